"""Where duties come from: each finder looks at one kind of thing."""

from desk.agenda.duty import Finder
from desk.agenda.found import approvals, backups, drafts, issues, office, scores, wiping
from desk.commissions import duties as commissions
from desk.emergencies import duties as emergencies
from desk.forwardings import duties as forwardings
from desk.instructions import duties as instructions
from desk.topic_pool import duties as topics

FINDERS: tuple[Finder, ...] = (
    emergencies.duties,
    issues.duties,
    drafts.duties,
    approvals.duties,
    commissions.duties,
    instructions.duties,
    forwardings.duties,
    topics.duties,
    scores.closings,
    office.clock,
    backups.duties,
    office.calendar,
)
# They take long: asked when the others are shown.
LATER: tuple[Finder, ...] = (scores.zeros, forwardings.own_task, wiping.duties)
