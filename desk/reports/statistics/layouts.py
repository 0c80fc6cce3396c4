"""The layouts that come with the program, as offices print their tables."""

from collections.abc import Mapping

from desk.reports.statistics.layout import Form, Item, Split, Sums, TableLayout

_UNIT, _SHORT, _RANK, _SERIAL = Item("unit"), Item("short"), Item("rank"), Item("serial")
_REMARKS = Item("remarks")


def _under(text: str, *parts: Item | str) -> Item:
    """A head over columns, those without another head by their keys."""
    return Item(text=text, parts=tuple(Item(one) if isinstance(one, str) else one for one in parts))


_TOTAL = TableLayout(
    "total",
    "信息采用情况统计总表",
    (
        _RANK,
        _SHORT,
        _under("报送", Item("submitted", "{本期}"), Item("submitted_so_far", "累计")),
        _under("采用", Item("adopted", "{本期}"), Item("adopted_so_far", "累计"), "rate"),
        _under("本级刊物采用", "own_publications"),
        _under(
            "上级采用",
            Item("tier:市级:count", "市级"),
            Item("tier:省级:count", "省级"),
            Item("tier:国家级:count", "国家级"),
        ),
        _under("采用方式", Item("way:独立:count", "独立"), Item("way:综合:count", "综合")),
        _under("领导批示", Item("instructions:count", "条数"), Item("instructions:points", "得分")),
        _under("约稿", "commissions_done", "commissions_late", "commissions_missed"),
        _under("紧急信息", "emergencies_sent", "emergencies_late", "emergencies_failed"),
        Item("deductions"),
        _under("得分", Item("points", "{本期}"), Item("before_points", "{上期}末累计"), "so_far"),
        _under("全年目标", "quota", "completion", "behind"),
        Item("climbed"),
        _REMARKS,
    ),
    "报送、采用、批示、约稿、紧急、得分、目标一张表看全，按分组列名次，带小计和总计",
    sums=Sums.BOTH,
    title="{时段}{名称}",
    blank_zeros=True,
)  # fmt: skip

_RANKING = TableLayout(
    "ranking",
    "信息得分排名表",
    (
        _RANK, _UNIT, Item("points"), Item("submitted"), Item("adopted"), Item("rate"),
        Item("so_far"), Item("former_rank"), Item("climbed"), _REMARKS,
    ),
    "一组一张，按本期得分排名次",
    split=Split.APART,
    sums=Sums.GROUPS,
)  # fmt: skip

_PROGRESS = TableLayout(
    "progress",
    "目标任务完成进度表",
    (
        _SERIAL, _SHORT, Item("quota"), Item("so_far"), Item("completion"), Item("pace"),
        Item("behind"), Item("missing"), Item("forecast"), Item("by_last_year"), Item("promises"),
        Item("state"),
    ),
    "按完成率从高到低，一组一张；完成率是累计得分占全年目标分",
    split=Split.APART,
    order="completion",
    sums=Sums.BOTH,
)  # fmt: skip

_BY_TIER = TableLayout(
    "tiers_by_group",
    "信息报送采用情况统计表",
    (
        _SERIAL,
        _UNIT,
        _under("报送", Item("submitted", "报送条数"), Item("submitted_so_far", "累计条数")),
        _under(
            "采用情况",
            _under(
                "本级采用", "own_publications", Item("commissioned:count", "其中约稿"),
                Item("tier:本级:so_far", "累计得分"),
            ),
            "upper_tiers",
        ),
        Item("points", "得分"),
        Item("so_far"),
    ),
    "一组一张，三级合并表头：报送、各级采用和累计得分（霍林郭勒市通报的式样）",
    split=Split.APART,
    sums=Sums.BOTH,
)  # fmt: skip

_WAYS = TableLayout(
    "ways",
    "信息报送、采用、得分统计表",
    (
        _SERIAL,
        _UNIT,
        Item("submitted"),
        Item("submitted_so_far"),
        _under("采用条数", "alone"),
        Item("submission_points", "报送分数"),
        Item("adoption_points", "采用分数"),
        Item("beyond_sending", "其他分数"),
        Item("points", "{本期}分数"),
        Item("so_far", "累计分数"),
    ),
    "一组一张，每个刊物分综合、独立两列，再列报送分数、采用分数（北京通州园林局通报的式样）",
    split=Split.APART,
    sums=Sums.BOTH,
)

_UPPER = TableLayout(
    "own_and_upper",
    "信息采用得分情况表",
    (
        _RANK,
        _UNIT,
        Item("tier:本级:count", "本级条数"),
        Item("tier:本级:points", "本级得分"),
        Item("tier:上级:count", "上级条数"),
        Item("tier:上级:points", "上级得分"),
        Item("beyond_adoption", "其他得分"),
        Item("points", "期得分"),
    ),
    "一组一张，本级、上级各列条数和得分（扎兰屯市通报的式样）",
    split=Split.APART,
    sums=Sums.BOTH,
)

_MONTHLY = TableLayout(
    "monthly",
    "政务信息采用得分通报表",
    (
        _UNIT,
        Item("tiers_in_full"),
        Item("bonus", "{本期}加分"),
        Item("points", "{本期}得分"),
        Item("before_points", "{上期}末累计"),
        Item("so_far", "累计得分"),
        Item("rank_so_far", "排名"),
        Item("marks", "标注"),
    ),
    "一组一张，各层级列刊物和批示，后面是加分、得分、上期累计、累计得分、排名，符号有图例（南昌市通报的式样）",
    split=Split.APART,
    order="rank_so_far",
    falling=False,
    sums=Sums.GROUPS,
)

_DETAILED = TableLayout(
    "detailed",
    "信息报送采用奖惩统计表",
    (
        _SERIAL,
        _SHORT,
        _under("报送", Item("submitted", "条数"), "pictures_sent", "recordings_sent"),
        _under("采用", "publications"),
        _under("批示", "instructing_tiers"),
        _under("紧急信息", "emergencies_late", "emergencies_failed"),
        Item("incidents", "报送差错"),
        _under("批评", "criticising_tiers"),
        Item("gained", "得分"),
        Item("deductions", "扣分"),
        Item("points", "计分"),
        Item("so_far", "当年累分"),
    ),
    "报送、采用、批示、迟报漏报、批评，得分减扣分等于计分（公安局统计表的式样，23 列左右）",
    sums=Sums.BOTH,
    title="{时段}{名称}",
    blank_zeros=True,
)

_IN_WORDS = TableLayout(
    "counts_in_words",
    "信息采用条数排序表",
    (Item("adopted", "采用条数"),),
    "按采用条数从多到少，条数相同的单位并在一行写“各几条”（温县通报的式样）",
    form=Form.MERGED,
    split=Split.APART,
    sums=Sums.BOTH,
    note="共有 {采用单位数} 个单位被采用信息 {采用条数} 条次；完成约稿 {约稿完成件数} 件，"
    "涉及 {约稿完成单位数} 个单位。",
)

_MEDIA = TableLayout(
    "media",
    "各刊物采用各单位信息统计表",
    (Item("publications"), Item("adopted", "采用合计"), Item("points", "得分")),
    "刊物为行、单位为列，末行得分（枣庄市教育局通报的式样）",
    form=Form.TRANSPOSED,
    split=Split.APART,
    sums=Sums.BOTH,
)

_RATES = TableLayout(
    "rates",
    "信息报送采用情况表",
    (
        _SERIAL, _UNIT, Item("submitted", "报送数"), Item("adopted", "采纳数"),
        Item("rate", "采纳率"),
    ),
    "报送数、采纳数、采纳率，表下写总数和零报送、零采纳单位（西宁市城中区通报的式样）",
    order="adopted",
    split=Split.MIXED,
    note="共报送 {报送条数} 条，采纳 {采用条数} 条，总采纳率 {采用率}。"
    "零报送单位：{零报送单位}。零采纳单位：{零采用单位}。"
    "免考核单位：{免考核单位}。",
    title="{时段}{名称}",
)  # fmt: skip

LAYOUTS: Mapping[str, TableLayout] = {
    one.key: one
    for one in (
        _TOTAL, _RANKING, _PROGRESS, _BY_TIER, _WAYS, _UPPER, _MONTHLY, _DETAILED, _IN_WORDS,
        _MEDIA, _RATES,
    )
}  # fmt: skip
