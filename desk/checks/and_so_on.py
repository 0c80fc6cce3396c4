"""The word 等 where it closes a list, told from the words that begin with it."""

CLOSING = (
    r"等(?!级|候|待|额|比|离子|距|效|同|价|量|于|会儿|次|边|温|压|值|身|闲|"
    r"外[^部]|到|着|靠|要|高线|车|位|分|深|宽|厚|长|弧|号|式|差|腰|角|、)"
)
