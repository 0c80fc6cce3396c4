from desk.reports.charts.dealing import Block, Heading, deal, height


def rows(pages):
    return [
        line
        for columns in pages
        for column in columns
        for line in column
        if not isinstance(line, Heading)
    ]


def blocks(*counts):
    return [Block(f"组{at}", tuple(range(100 * at, 100 * at + n))) for at, n in enumerate(counts)]


def test_all_rows_come_once_in_their_order():
    dealt = blocks(50, 50, 50, 50)
    assert rows(deal(dealt, 30, 2)) == [row for block in dealt for row in block.rows]


def test_no_column_is_higher_than_its_room():
    pages = deal(blocks(50, 3, 61, 1), 20, 2)
    assert max(height(column) for columns in pages for column in columns) <= 20


def test_a_short_list_stays_in_one_column():
    ((column,),) = deal(blocks(9), 40, 2)
    assert height(column) == 10.5


def test_a_block_that_goes_on_says_so():
    ((left, right),) = deal(blocks(30), 20, 2)
    assert left[0] == Heading("组0")
    assert right[0] == Heading("组0（续）")


def test_blocks_stay_whole_where_it_costs_little():
    ((left, right),) = deal(blocks(16, 16, 12, 16), 40, 2)
    assert [line.text for line in left if isinstance(line, Heading)] == ["组0", "组1"]
    assert [line.text for line in right if isinstance(line, Heading)] == ["组2", "组3"]


def test_a_small_block_is_never_torn():
    pages = deal(blocks(6, 6, 6, 6, 6), 20, 1)
    assert not any(
        "（续）" in line.text for (page,) in pages for line in page if isinstance(line, Heading)
    )


def test_nothing_gives_one_empty_column():
    assert deal([], 20, 2) == (((),),)
