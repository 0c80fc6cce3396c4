"""The specimen (样张) of a publication: its template's sample issue as this one prints it."""

from collections.abc import Iterator
from dataclasses import replace

from desk.compiling import usual_signature
from desk.layout.content import IssueContent, SectionContent
from desk.layout.shelf import sample_issue
from desk.publications import Publication, Section
from desk.settings import Settings

_COPY = "000001"


def specimen_of(publication: Publication, settings: Settings) -> IssueContent:
    """The specimen; texts are the sample's where neither publication nor office has one."""
    sample = sample_issue(publication.template)
    names = usual_signature(publication, settings)
    return replace(
        sample,
        name=publication.name or sample.name,
        total=sample.total or 1 if publication.numbering.has_total else 0,
        issuer=settings.office or sample.issuer,
        sections=tuple(_sections(publication.sections, sample.sections)),
        secrecy=publication.mark or settings.mark,
        copy_number=_COPY if publication.controlled else "",
        appearance=publication.appearance,
        editors=names.editors or sample.editors,
        reviewer=names.reviewer or sample.reviewer,
        signer=names.signer or sample.signer,
        send_to=publication.send_to,
        copies=publication.copies,
    )


def _sections(
    own: tuple[Section, ...], samples: tuple[SectionContent, ...]
) -> Iterator[SectionContent]:
    """The sample's items under the publication's own sections, by name, else in turn."""
    by_name = {one.name: one for one in samples}
    names = {section.name for section in own}
    spare = [one for one in samples if one.name not in names]
    for section in own:
        found = by_name.get(section.name) or (spare.pop(0) if spare else None)
        if found:
            yield replace(found, name=section.name)
    yield from spare if not own else ()
