"""The app: a manifest of bundles, a manifest of catalogs, and the files that they name.

    /manifest.json[?locale=nb&domain=tokyo-forum]            what was built
    /manifest.json.sig                                       the signature on all of it
    /tokyo-forum/nb/index.html                               a file of it
    /catalogs/manifest.json[?locale=nb&domain=chrome]        what there is to pull
    /catalogs/nb/chrome.po                                   a file of it

A static host serves the first two as well: the manifest is the whole protocol.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import replace
from pathlib import Path

from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.middleware import Middleware
from starlette.middleware.gzip import GZipMiddleware
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route

from l10n.delivery_app.answers import send, sentence
from l10n.delivery_app.bundles import Bundles
from l10n.delivery_app.catalogs import Catalogs
from l10n.delivery_app.tokens import Tokens
from l10n.errors import InvalidInputError, L10nError
from l10n.formats import manifest as manifest_format
from l10n.model.catalog import ARTICLES
from l10n.model.manifest import Manifest
from l10n.review_app.guard import Guard
from l10n.review_app.people import TokenHolders
from l10n.workspace.dist import MANIFEST, SIGNATURE

_ABOUT = """This is an l10n server for build pipelines; it only reads.

  /manifest.json            the bundles that were built
  /catalogs/manifest.json   the catalogs, as they are now

Fetch from it:  l10n pull nb --from ADDRESS --to FOLDER
"""


def create_app(root: Path, *, hosts: frozenset[str], holders: TokenHolders | None = None) -> Starlette:
    """The server of one project. With `holders`, it answers only who sends one of their tokens."""
    built, catalogs = Bundles(root / "dist"), Catalogs(root)
    middleware = [Middleware(Guard, hosts=hosts), Middleware(GZipMiddleware, minimum_size=500)]
    if holders is not None:
        middleware.insert(1, Middleware(Tokens, holders=holders))
    return Starlette(
        routes=[
            Route("/", _endpoint(lambda request: PlainTextResponse(_ABOUT))),
            Route(f"/{MANIFEST}", _endpoint(lambda request: _built_manifest(request, built))),
            Route(f"/{SIGNATURE}", _endpoint(lambda request: _signature(request, built))),
            Route(f"/catalogs/{MANIFEST}", _endpoint(lambda request: _catalog_manifest(request, catalogs))),
            Route("/catalogs/{path:path}", _endpoint(lambda request: _catalog(request, catalogs))),
            Route("/{path:path}", _endpoint(lambda request: _built_file(request, built))),
        ],
        middleware=middleware,
    )


def _endpoint(answer: Callable[[Request], Response]) -> Callable[[Request], Awaitable[Response]]:
    async def endpoint(request: Request) -> Response:
        try:
            return await run_in_threadpool(answer, request)
        except InvalidInputError as error:
            # somebody is writing there, or has broken something: the pipeline keeps what it has and asks again
            return sentence(503, error.message, {"Retry-After": "2"})
        except L10nError as error:
            return sentence(404, error.message)

    return endpoint


def _built_manifest(request: Request, built: Bundles) -> Response:
    document, manifest = built.document(), built.manifest()
    if document is None or manifest is None:
        return sentence(404, "Nothing has been built yet: l10n build.")
    if request.query_params:
        document = manifest_format.serialize(_narrowed(manifest, request)).encode()
    return send(request, document, MANIFEST)


def _signature(request: Request, built: Bundles) -> Response:
    if request.query_params:
        return sentence(404, "The manifest is signed as a whole; what was narrowed down is not.")
    signature = built.signature()
    return sentence(404, "Nobody signed what was built.") if signature is None else send(request, signature, SIGNATURE)


def _narrowed(manifest: Manifest, request: Request) -> Manifest:
    """The bundles that were asked for, and their files."""
    locales = frozenset(request.query_params.getlist("locale"))
    names = frozenset(name.removeprefix(ARTICLES) for name in request.query_params.getlist("domain"))
    bundles = tuple(
        bundle
        for bundle in manifest.bundles
        if (not locales or bundle.locale in locales) and (not names or bundle.article in names)
    )
    folders = {bundle.folder for bundle in bundles}
    files = tuple(file for file in manifest.files if file.folder in folders)
    return replace(manifest, bundles=bundles, files=files)


def _built_file(request: Request, built: Bundles) -> Response:
    path = request.path_params["path"]
    file = built.file(path)
    if file is None:
        return sentence(404, "The manifest names no such file.")
    return send(request, built.dist.read(file), path)


def _catalog_manifest(request: Request, catalogs: Catalogs) -> Response:
    query = request.query_params
    return send(request, catalogs.manifest(query.getlist("locale"), query.getlist("domain")), MANIFEST)


def _catalog(request: Request, catalogs: Catalogs) -> Response:
    path = request.path_params["path"]
    data = catalogs.read(path)
    return sentence(404, "There is no such catalog.") if data is None else send(request, data, path)
