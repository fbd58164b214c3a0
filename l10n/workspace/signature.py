"""Signatures on manifests, by the keys that people have for git already: `ssh-keygen -Y`, namespace `l10n`.

The manifest names every file by its sha256, so who signs it signs all of them. Source: ssh-keygen(1), "ALLOWED
SIGNERS".
"""

from __future__ import annotations

import subprocess
import tempfile
from pathlib import Path

from l10n.errors import EngineError, InvalidInputError, UsageError

NAMESPACE = "l10n"
"""A signature for one purpose is none for another: one on a commit does not vouch for a manifest."""


def sign(data: bytes, key: Path) -> bytes:
    """The signature, armored. `key` is a private key, or a public one whose private half an agent holds.

    Raises UsageError where there is no such key, EngineError where ssh-keygen is missing or refuses.
    """
    if not key.is_file():
        raise UsageError(
            "no-such-key",
            "There is no key {key}.",
            key=key,
            hint="Make one: ssh-keygen -t ed25519 -f FILE, or name another.",
        )
    done = _ssh_keygen("sign", "-f", str(key), "-n", NAMESPACE, data=data)
    if done.returncode:
        raise EngineError(
            "signing-failed",
            "ssh-keygen cannot sign with {key}: {said}.",
            key=key,
            said=_said(done),
            hint="Try it: ssh-keygen -y -f KEY",
        )
    return done.stdout


def verify(data: bytes, signature: bytes, allowed_signers: Path) -> str:
    """Who signed, as the file of allowed signers names them.

    Raises InvalidInputError for a signature that is not theirs, or not on this data.
    """
    if not allowed_signers.is_file():
        raise UsageError(
            "no-such-file",
            "There is no file {allowed_signers}.",
            allowed_signers=allowed_signers,
            hint="One line a signer: ola@example.org ssh-ed25519 AAAA…",
        )
    with tempfile.TemporaryDirectory(prefix="l10n-") as folder:
        armored = Path(folder) / "signature"
        armored.write_bytes(signature)
        allowed = ("-f", str(allowed_signers), "-s", str(armored))
        found = _ssh_keygen("find-principals", *allowed)
        signer = found.stdout.decode("utf-8", "replace").split("\n")[0].strip()
        if found.returncode or not signer:
            raise InvalidInputError(
                "signature-unknown",
                "the manifest is signed by nobody that {allowed_signers} allows.",
                allowed_signers=allowed_signers,
            )
        done = _ssh_keygen("verify", *allowed, "-I", signer, "-n", NAMESPACE, data=data)
    if done.returncode:
        raise InvalidInputError(
            "signature-broken",
            "the signature of {signer} is not on this manifest: it was changed after signing.",
            signer=signer,
        )
    return signer


def _ssh_keygen(verb: str, *arguments: str, data: bytes = b"") -> subprocess.CompletedProcess[bytes]:
    try:
        return subprocess.run(  # noqa: S603 - fixed verbs, no shell
            ["ssh-keygen", "-Y", verb, *arguments],  # noqa: S607 - the person's own OpenSSH
            input=data, capture_output=True, check=False,
        )  # fmt: skip
    except FileNotFoundError:
        raise EngineError(
            "ssh-keygen-missing",
            "ssh-keygen is not installed here.",
            hint="Install OpenSSH (Debian: openssh-client), then run this again.",
        ) from None


def _said(done: subprocess.CompletedProcess[bytes]) -> str:
    lines = done.stderr.decode("utf-8", "replace").strip().split("\n")
    return lines[-1].strip().rstrip(".") or "it says nothing"
