"""What comes out badly on the pages is told with the title it is about."""


def test_a_character_without_a_face_stops_the_release(ready, said):
    draft = ready("甲", "7月14日，县教育局\U0002a6d6组织12个检查组，对全县86所学校开展安全检查。")
    (remark,) = [one for one in said(draft) if one.code == "Y22"]
    assert (remark.draft_id, remark.blocks) == (draft.id, True)
    assert remark.text.startswith("“甲”“\U0002a6d6”（U+2A6D6）没有字体能印")


def test_a_character_of_another_face_is_only_a_hint(ready, said):
    (remark,) = [one for one in said(ready("甲", "7月14日，县教育局王喆带队检查全县86所学校。"))
                 if one.code == "Y23"]  # fmt: skip
    assert not remark.is_open
