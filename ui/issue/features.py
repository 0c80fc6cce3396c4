"""The abilities of the 编刊 page, in the order of its menus."""

from ui.issue.archiving import Archiving
from ui.issue.carrying import Carrying
from ui.issue.copying import Copying
from ui.issue.correcting import Correcting
from ui.issue.entry_deeds import EntryDeeds
from ui.issue.feature import Feature
from ui.issue.fitting import Fitting
from ui.issue.forwarding import Forwarding
from ui.issue.matter import Mattering
from ui.issue.moving import Moving
from ui.issue.numbering import Numbering
from ui.issue.printing import Printing
from ui.issue.recording import Recording
from ui.issue.releasing import Releasing
from ui.issue.remarking import Remarking
from ui.issue.replacing import Replacing
from ui.issue.saving import Saving
from ui.issue.starting import Starting
from ui.issue.texting import Texting

FEATURES: tuple[type[Feature], ...] = (
    EntryDeeds,
    Moving,
    Starting,
    Remarking,
    Fitting,
    Mattering,
    Numbering,
    Replacing,
    Saving,
    Texting,
    Printing,
    Carrying,
    Copying,
    Forwarding,
    Releasing,
    Correcting,
    Recording,
    Archiving,
)
