"""The verbs: one public function a file, without a disk and without a clock."""
