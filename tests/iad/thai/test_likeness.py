import time

import pytest

from iad.thai.likeness import Likeness, Names, alike, find_alike


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("นายวัลลภ สุวรรณดี", "วัลลภ สุวรรณดี"),
        ("นางสาวสมหญิง ใจดี", "ดร.สมหญิง ใจดี"),
        ("นายวัลลภ   สุวรรณดี", "นายวัลลภสุวรรณดี"),
        ("วัลลภ สุวรรณ\u200bดี", "วัลลภ\u00a0สุวรรณดี"),
        ("วัลลภ สุวรรณ ดี", "วัลลภ สุวรรณดี"),
        ("พล.ต.อ.อัศวิน ขวัญเมือง", "อัศวิน ขวัญเมือง"),
        ("Mr. Wallop Suwandee", "WALLOP SUWANDEE"),
        ("Suwandee, Wallop", "Wallop Suwandee"),
        ("น้ำฝน ใจดี", "นำ้ฝน ใจดี"),
        ("Anne-Marie Dupont", "Anne Marie Dupont"),
        ("José Núñez", "Jose Nunez"),
    ],
)
def test_prefix_blanks_and_what_cannot_be_seen_make_no_other_name(first, second):
    assert alike(first, second) is alike(second, first) is Likeness.SAME


@pytest.mark.parametrize(
    ("first", "second"),
    [
        # The mark over a silent letter, with the letter or without it.
        ("สมศักดิ์ ใจดี", "สมศักดิ ใจดี"),
        ("สมศักดิ์ ใจดี", "สมศัก ใจดี"),
        ("สุขุมพันธุ์ บริพัตร", "สุขุมพันธ์ บริพัตร"),
        ("วันทนีย์ วัฒนะ", "วันทนี วัฒนะ"),
        # Tone marks.
        ("เกศรา ลิ้มทองคำ", "เกศรา ลิมทองคำ"),
        ("สมชาย แซ่ลิ้ม", "สมชาย แซ่ลิม"),
        # Letters of one sound.
        ("ทวิดา กมลเวชช", "ธวิดา กมลเวช"),
        ("อัศวิน ขวัญเมือง", "อัสวิน ขวันเมือง"),
        ("ศรีสุดา ทองสุข", "สีสุดา ทองศุข"),
        ("กฤษฎา จินดารัตน์", "กฤษดา จินดารัตน์"),
        ("ธนิฏฐา คงมั่น", "ธนิตฐา คงมั่น"),
        ("วัฒนา ภูมิใจ", "วัทนา พูมิใจ"),
        ("สุพรรณี ทองคำ", "สุพันนี ทองคำ"),
        ("พิศาล บุญเรือง", "พิสาร บุญเรือง"),
        ("ไชยวัฒน์ ใจกล้า", "ชัยวัฒน์ ใจกล้า"),
        ("ใจรัก ดวงใหญ่", "ไจรัก ดวงไหญ่"),
        ("สำราญ ดวงดี", "สัมราญ ดวงดี"),
        # Doubled letters and the length of vowels.
        ("กิตติ สุขสวัสดิ์", "กิติ สุขสวัสดิ์"),
        ("ปรีชา วงศ์ทอง", "ปริชา วงษ์ทอง"),
        ("สมบูรณ์ พูลผล", "สมบุรณ์ พุลผล"),
        ("เพชรรัตน์ แก้วใส", "เพ็ชรรัตน์ แก้วใส"),
        ("วัลลภ สุวรรณดี", "วัลภ สุวรรณดี"),
        ("ธนะชัย ใจดี", "ธนชัย ใจดี"),
        ("วัลลภ สุวรรณดี", "วันลภ สุวรรณดี"),
        ("จักรพันธุ์ ใจงาม", "จักกพันธ์ ใจงาม"),
        ("ศิลปชัย วัฒนเขต", "ศิลปะชัย วัฒนะเขต"),
        ("ณัฐวุฒิ คงมั่น", "ณัฐวุธ คงมั่น"),
        # One slip in the given name or in the surname.
        ("ณรงค์เดช ใจดี", "ณรงค์ดช ใจดี"),
        ("สมเกียรติ นนทแก้ว", "สมกเียรติ นนทแก้ว"),
        ("เฉลิมพล วรานุชิต", "เฉลิทพล วรานุชิต"),
        ("สุชาติ วรานุชิต", "สุชาติ วรานุชต"),
        ("สุชาติ วรานุชิต", "สุชาติ วรานุชิตร"),
        # Latin letters.
        ("Wallop Suwandee", "Wanlop Suwandi"),
        ("Wallop Suwandee", "Vallop Suvandee"),
        ("Aswin Kwanmuang", "Asawin Khwanmueang"),
        ("Tavida Kamolvej", "Thavida Kamolwej"),
        ("Somchai Jaidee", "Somchai Chaidee"),
        ("Siriporn Boonma", "Siripon Bunma"),
        ("Prasert Thongkham", "Prasoet Tongkam"),
        ("Suchart Pakdee", "Suchat Bhakdi"),
        ("Kittichai Meesuk", "Kittchai Meesuk"),
        ("Wallop Suksawat", "Wallob Suksawad"),
        # The surname before the given name.
        ("Suwandee Wallop", "Wallop Suwandee"),
        ("Tanaka Haruki", "Haruki Tanaka"),
    ],
)
def test_another_spelling_may_be_the_same_person(first, second):
    assert alike(first, second) is alike(second, first) is Likeness.ALIKE


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("W. Suwandee", "Wallop Suwandee"),
        ("W Suwandee", "Mr. Wallop Suwandi"),
        ("ว. สุวรรณดี", "วัลลภ สุวรรณดี"),
        ("เกศรา ล.", "เกศรา ลิ้มทองคำ"),
        ("Somchai J.", "Somchai Jaidee"),
        ("นางสาวพิมพ์ใจ ทองดี", "นางพิมพ์ใจ รักสงบ"),
        ("Miss Pimjai Thongdee", "Mrs. Pimjai Raksangob"),
        ("ดร.พิมพ์ใจ ทองดี", "นางพิมพ์ใจ รักสงบ"),
    ],
)
def test_an_initial_or_a_surname_changed_by_marriage_is_a_weak_likeness(first, second):
    assert alike(first, second) is alike(second, first) is Likeness.WEAK


@pytest.mark.parametrize(
    ("first", "second"),
    [
        # Brothers and sisters.
        ("สมชาย ใจดี", "สมชัย ใจดี"),
        ("สมพร ใจดี", "สมพล ใจดี"),
        ("พรชัย ใจดี", "พลชัย ใจดี"),
        ("สมศักดิ์ ใจดี", "สมศรี ใจดี"),
        ("วิชัย ทองสุข", "วิชิต ทองสุข"),
        ("วิชัย ทองสุข", "วิชาญ ทองสุข"),
        ("มานะ ทองสุข", "มานี ทองสุข"),
        ("สุนทร แก้วใส", "สุนทรี แก้วใส"),
        ("วิมล แก้วใส", "วิมลา แก้วใส"),
        ("ประภา แก้วใส", "ประภาส แก้วใส"),
        ("สุชาติ แก้วใส", "สุชาดา แก้วใส"),
        ("กิตติ แก้วใส", "กิตติพงษ์ แก้วใส"),
        ("ธนพล แก้วใส", "ธนพงศ์ แก้วใส"),
        ("อนุชา แก้วใส", "อนุชิต แก้วใส"),
        ("Somchai Jaidee", "Somsak Jaidee"),
        ("Somporn Jaidee", "Somphong Jaidee"),
        ("Wichai Thongsuk", "Wichit Thongsuk"),
        ("Daniel Weber", "Daniela Weber"),
        # A common given name.
        ("สมชาย ใจดี", "สมชาย รักไทย"),
        ("นายสมชาย ใจดี", "นายสมชาย ใจงาม"),
        ("สมชาย แซ่โง้ว", "สมชาย แซ่โค้ว"),
        ("สมชาย ใจดี", "สมชาย ใจดำ"),
        ("สมชาย แซ่ลี้", "สมชาย แซ่ลิ้ม"),
        ("พิมพ์ใจ ทองดี", "พิมพ์ใจ รักสงบ"),
        ("นายศุภชัย ทองดี", "นางศุภชัย รักสงบ"),
        ("John Smith", "John Baker"),
        # A slip in both.
        ("ณรงค์เดช วรานุชิต", "ณรงค์ดช วรานุต"),
        # Initials of others.
        ("P. Suwandee", "Wallop Suwandee"),
        ("W. Suwandee", "Wallop Thongsuk"),
        # Nobody.
        ("", "สมชาย ใจดี"),
        ("", ""),
        ("นายก", "นายกเทศมนตรี"),
        ("วัลลภ สุวรรณดี", "Wallop Suwandee"),
    ],
)
def test_two_people_are_not_alike(first, second):
    assert alike(first, second) is alike(second, first) is None


def test_the_stronger_likeness_comes_first():
    names = ["อัสวิน ขวัญเมือง", "สมชาย ใจดี", "พล.ต.อ.อัศวิน  ขวัญเมือง"]

    assert find_alike("นายอัศวิน ขวัญเมือง", names) == [
        ("พล.ต.อ.อัศวิน  ขวัญเมือง", Likeness.SAME),
        ("อัสวิน ขวัญเมือง", Likeness.ALIKE),
    ]


def test_a_weak_likeness_is_found_only_when_asked_for():
    names = ["นางพิมพ์ใจ รักสงบ", "W. Suwandee"]

    assert find_alike("นางสาวพิมพ์ใจ ทองดี", names) == []
    assert find_alike("นางสาวพิมพ์ใจ ทองดี", names, weakest=Likeness.WEAK) == [
        ("นางพิมพ์ใจ รักสงบ", Likeness.WEAK)
    ]


def test_every_two_that_are_alike_are_found_once():
    names = Names(["กิตติ สุขสวัสดิ์", "สมชาย ใจดี", "กิติ สุขสวัสดิ์", "นายกิตติ สุขสวัสดิ์"])

    assert list(names.pairs()) == [
        (0, 2, Likeness.ALIKE),
        (0, 3, Likeness.SAME),
        (2, 3, Likeness.ALIKE),
    ]


def test_a_register_of_thousands_is_read_at_once():
    given = [f"{first}{last}" for first in "กขคงจฉชดตถ" for last in ("มล", "นก", "วิน", "ชัย")]
    names = [f"{name} {a}{b}สวัสดิ์" for name in given for a in "กขคงจฉชดตถ" for b in "บปผพฟม"]
    begun = time.perf_counter()

    register = Names(names)
    pairs = sum(1 for _ in register.pairs())

    assert len(names) == 2400
    assert pairs < len(names) * 40
    assert time.perf_counter() - begun < 20  # some two seconds alone on one core


def test_a_text_of_a_million_letters_is_no_trouble():
    begun = time.perf_counter()

    assert alike("ก์รรไ" * 200_000, "a.rร" * 250_000) is None
    assert time.perf_counter() - begun < 2
