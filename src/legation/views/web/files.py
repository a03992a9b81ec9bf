"""Files to take along: the events of a list in any format of the exports, and the brief."""

from __future__ import annotations

import hashlib
from base64 import b64encode

from starlette.exceptions import HTTPException
from starlette.responses import HTMLResponse, Response, StreamingResponse

from legation.ledger import Ledger, Question
from legation.views.brief import gather_brief, write_html, write_markdown
from legation.views.exports import FORMATS, write
from legation.views.web.security.headers import POLICY
from legation.views.web.streams import streamed
from legation.views.wording import load_interface, load_party_names


def export_file(ledger: Ledger, question: Question, name: str, language: str) -> Response:
    """The events asked for, to be saved.

    Raises:
        HTTPException: 404, no such format.
        LedgerError: the ledger failed.
    """
    if name not in FORMATS:
        raise HTTPException(404)
    form = FORMATS[name]
    parts = streamed(lambda stream: write(name, ledger, question, stream, language=language))
    title = "-".join(("legation", *question.states)) + form.ending
    headers = {"Content-Disposition": f'attachment; filename="{title}"'}
    return StreamingResponse(parts, media_type=form.media_type, headers=headers)


def brief_file(ledger: Ledger, question: Question, ending: str, language: str) -> Response:
    """The brief of the parties asked for, since the day asked for: a page, or a file to be saved.

    Raises:
        HTTPException: 404, no such format.
        LedgerError: the ledger failed.
    """
    if ending not in ("html", "pdf", "md"):
        raise HTTPException(404)
    brief = gather_brief(
        ledger, question.states, since=question.since, interface=load_interface(language),
        names=load_party_names(language), language=language,
    )  # fmt: skip
    if ending == "html":
        page = write_html(brief)
        return HTMLResponse(page, headers={"Content-Security-Policy": _policy(page)})
    title = "-".join(("brief", *question.states))
    headers = {"Content-Disposition": f'attachment; filename="{title}.{ending}"'}
    if ending == "pdf":
        from legation.views.brief.pdf import write_pdf  # noqa: PLC0415  loads typst

        return Response(write_pdf(brief), media_type="application/pdf", headers=headers)
    return Response(write_markdown(brief), media_type="text/markdown; charset=utf-8", headers=headers)


def _policy(page: str) -> str:
    """The brief is one file and brings its styles along: what its first `style` holds, and nothing else."""
    style = page.partition("<style>")[2].partition("</style>")[0]
    digest = b64encode(hashlib.sha256(style.encode()).digest()).decode()
    return POLICY.replace("style-src 'self'", f"style-src 'sha256-{digest}'")
