"""`l10n serve`: the review page in a browser."""

from __future__ import annotations

import contextlib
import ipaddress
import socket
import threading
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from l10n.commands import session
from l10n.commands.console import put, say
from l10n.commands.speech import _
from l10n.errors import EngineError, InvalidInputError, UsageError
from l10n.workspace import Workspace

if TYPE_CHECKING:
    from types import FrameType

    from starlette.applications import Starlette

    from l10n.review_app.people import People

PORT = 8420


def serve(
    ctx: typer.Context,
    port: Annotated[int, typer.Option(min=0, max=65535, help="The port; 0 for any that is free.")] = PORT,
    host: Annotated[str, typer.Option(metavar="ADDRESS", help="The address to listen on.")] = "127.0.0.1",
    token_file: Annotated[
        Path | None,
        typer.Option(metavar="FILE", help="People sign in with a token: one a line, TOKEN Name <address>."),
    ] = None,
    user_header: Annotated[
        str | None, typer.Option(metavar="HEADER", help="A proxy signs people in and names them in this header.")
    ] = None,
    trusted_proxy: Annotated[
        list[str] | None, typer.Option(metavar="ADDRESS", help="The proxy whose header is believed. Repeatable.")
    ] = None,
    allow_host: Annotated[
        list[str] | None,
        typer.Option(metavar="HOST", help="A name that browsers reach the page by, with its port. Repeatable."),
    ] = None,
    open_browser: Annotated[bool, typer.Option("--open", help="Open the page in your browser.")] = False,
    read_only: Annotated[
        bool, typer.Option("--read-only", help="Serve bundles and catalogs to build pipelines, and no page.")
    ] = False,
) -> None:
    """Open the review page: read, correct and approve translations in a browser.

    The page is for you alone, on 127.0.0.1, and signs in the name that git knows. For others it needs to know who
    they are: --token-file, or --user-header with --trusted-proxy. With --read-only there is no page: pipelines fetch
    from it with `l10n pull --from ADDRESS`, and send one of the tokens of --token-file, where there is one.

    Example: l10n serve --open
    """
    check_installed("The review page")
    workspace = session.workspace(ctx)
    if read_only:
        _serve_pipelines(workspace, host, port, token_file, allow_host or [])
        return
    people = _people(workspace, host, token_file, user_header, trusted_proxy or [])
    with listening(host, port) as listener:
        _run(workspace, people, Site(listener, host, tuple(allow_host or ())), open_browser=open_browser)
    say(_("Stopped."))


def check_installed(what: str) -> None:
    """Raises EngineError where the server's packages are missing."""
    missing = [name for name in ("starlette", "uvicorn") if find_spec(name) is None]
    if missing:
        raise EngineError(
            "package-missing",
            "{what} needs {missing}, which the base install leaves out.",
            what=what,
            missing=" and ".join(missing),
            hint="Install it: pip install 'l10n[serve]'",
        )


def _people(
    workspace: Workspace, host: str, token_file: Path | None, user_header: str | None, proxies: list[str]
) -> People:
    """Who may come in. Raises UsageError where the page would be open to people it cannot name."""
    from l10n.review_app.people import OnePerson, ProxyUsers, parse_tokens
    from l10n.workspace.inputs import read_input

    if token_file and user_header:
        raise UsageError(
            "options-conflict",
            "People are known by a token or by a proxy, not by both.",
            hint="Leave one of the two out.",
        )
    if bool(user_header) != bool(proxies):
        raise UsageError(
            "options-conflict",
            "A header with a user's name is believed from a proxy's own address only.",
            hint="Give both: --user-header X-Forwarded-User --trusted-proxy 10.0.0.2",
        )
    if token_file:
        try:
            holders = parse_tokens(read_input(token_file))
        except InvalidInputError as error:
            raise error if error.path else error.at(str(token_file)) from None
        if token_file.is_file() and token_file.stat().st_mode & 0o077:
            say(
                _(
                    "Others on this machine may open {token_file}, and sign in anyone's name: chmod 600 {token_file}",
                    token_file=token_file,
                )
            )
        return holders
    if user_header:
        return ProxyUsers(user_header, frozenset(proxies))
    if not _is_loopback(host):
        raise UsageError(
            "open-to-others",
            "On {host} others could write in your name, so the page must know who they are.",
            host=host,
            hint=("Give --token-file FILE, or --user-header HEADER --trusted-proxy ADDRESS; or leave --host out."),
        )
    return OnePerson(session.person(workspace.root))


def _is_loopback(host: str) -> bool:
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"


def listening(host: str, port: int) -> socket.socket:
    """A socket on exactly this address. Raises UsageError where it is taken or not ours."""
    try:
        family, kind, proto, _, address = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0]
        listener = socket.socket(family, kind, proto)
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listener.bind(address)
    except OSError as error:
        raise UsageError(
            "cannot-listen",
            "Cannot listen on {host}, port {port}: {reason}.",
            host=host,
            port=port,
            reason=error.strerror or error,
            hint="Take another: --port 0",
        ) from None
    return listener


def _welcome(people: People) -> str:
    from l10n.review_app.people import OnePerson, ProxyUsers

    if isinstance(people, OnePerson):
        return f"The review page is open there, for you alone; what you save is signed {people.actor}."
    if isinstance(people, ProxyUsers):
        return f"The review page is open there; the proxy names its users in {people.header}."
    return "The review page is open there; people sign in with their tokens."


def _run(workspace: Workspace, people: People, site: Site, *, open_browser: bool) -> None:
    from l10n.review_app.app import create_app, warm_up
    from l10n.review_app.config import Config

    cookie = f"l10n-{site.port}"
    config = Config(root=workspace.root, people=people, hosts=site.names, now=session.now, cookie=cookie)
    threading.Thread(target=warm_up, args=(workspace,), daemon=True).start()
    serve_app(create_app(config), site, _welcome(people), open_browser=open_browser)


def _serve_pipelines(workspace: Workspace, host: str, port: int, token_file: Path | None, allowed: list[str]) -> None:
    from l10n.delivery_app.app import create_app
    from l10n.review_app.people import TokenHolders

    people = _people(workspace, host, token_file, None, []) if token_file or not _is_loopback(host) else None
    holders = people if isinstance(people, TokenHolders) else None
    asked = "Pipelines fetch from there with a token." if holders else "Pipelines on this machine fetch from there."
    with listening(host, port) as listener:
        site = Site(listener, host, tuple(allowed))
        serve_app(create_app(workspace.root, hosts=site.names, holders=holders), site, asked)
    say(_("Stopped."))


@dataclass(frozen=True)
class Site:
    """Where a server listens, and what it answers to."""

    listener: socket.socket
    host: str
    allowed: tuple[str, ...] = ()
    """Further names that browsers and pipelines may call it."""

    @property
    def port(self) -> int:
        return int(self.listener.getsockname()[1])

    @property
    def url(self) -> str:
        return f"http://{self.allowed[0] if self.allowed else f'{_shown(self.host)}:{self.port}'}/"

    @property
    def names(self) -> frozenset[str]:
        """With the port, as a Host header has them."""
        names = {f"{_shown(self.host)}:{self.port}", *(name.lower() for name in self.allowed)}
        if _is_loopback(self.host):
            names |= {f"127.0.0.1:{self.port}", f"localhost:{self.port}", f"[::1]:{self.port}"}
        return frozenset(names)


def _shown(host: str) -> str:
    return f"[{host}]" if ":" in host else host


def serve_app(
    app: Starlette,
    site: Site,
    welcome: str,
    *,
    open_browser: bool = False,
    stopping: threading.Event | None = None,
) -> None:
    """Serve until Ctrl+C, which sets `stopping`, for what would keep the server from closing."""
    import uvicorn

    class Server(uvicorn.Server):
        def handle_exit(self, sig: int, frame: FrameType | None) -> None:
            if stopping:
                stopping.set()
            super().handle_exit(sig, frame)

    # proxy_headers off: uvicorn would let a forwarded address stand for the proxy's own, which is what we believe
    server = Server(uvicorn.Config(app, log_level="warning", proxy_headers=False, server_header=False, lifespan="off"))
    site.listener.listen(128)  # so that a browser that is opened now is not turned away
    put(site.url)
    say(welcome)
    say(_("Ctrl+C closes it."))
    if open_browser:
        import webbrowser

        webbrowser.open(site.url)
    with contextlib.suppress(KeyboardInterrupt):  # the ordinary end of it
        server.run(sockets=[site.listener])
