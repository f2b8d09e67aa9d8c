"""What short questions are about, and the words that tell it."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum


class Topic(StrEnum):
    UNWED = "unwed"
    WEDDING = "wedding"
    VALIDITY = "validity"
    SELF_PRINT = "self-print"
    PORTRAIT = "portrait"
    COLLECT = "collect"
    ELSEWHERE = "elsewhere"
    POLICE = "police"
    ORIGINAL = "original"
    WHY_DATA = "why-data"
    SAFE = "safe"
    GENUINE = "genuine"
    PHONE = "phone"
    VERIFY = "verify"
    POSTAGE = "postage"
    RT_LETTER = "rt-letter"
    PROXY = "proxy"
    LATE = "late"
    FORMAT = "format"
    HOURS = "hours"
    DURATION = "duration"
    COST = "cost"
    AGE_SOON = "age-soon"
    AGE = "age"
    PLACE = "place"
    REQUIREMENTS = "requirements"


_NO = r"(?:ga|gak|g|nggak|ngga|enggak|tidak|tdk|kada|kah|ya|min)"
_KIN = r"(?:suami|istri|isteri|anak|keluarga|saudara|ibu|bapak|ayah|mama|orang tua|kakak|adik)"
_ME = r"(?:saya|sy|aku|ulun|kula|kulo|kami)"
_MINE = r"(?: (?:saya|sy|aku|ulun|kami|nya))?"
_PEOPLE = (
    r"(?:husband|wife|son|daughter|child|mother|father|mom|dad|brother|sister|parents?|friend|neighbou?r|family"
    r"|someone|somebody|anyone|anybody)"
)
_SELF = r"(?:sendiri|di rumah|di warnet|pakai hvs)"
_WHY = r"(?:kenapa|mengapa|knp|ngapain|kok|buat apa|untuk apa|why)"
_DATA = (
    r"(?:nik|nomor kk|no kk|nomer kk|nama|alamat|kelurahan|tanggal lahir|tgl lahir|data(?: saya| diri| pribadi)?"
    r"|identitas|foto(?: ktp| kk)?|info(?:rmasi)?|pekerjaan|name|birth ?date|address|photos?)(?:nya)?"
)
_WANT = (
    r"(?:harus|mesti|kudu|perlu|butuh|minta|diminta|tanya|ditanya|nanya|pakai|pake|dipakai|dipake|isi|ngisi|need|ask)"
)
_COPY = r"(?:foto ?cop(?:y|i)|foto ?kopi(?:an)?|potokopi|fc|salinan|scan(?:an)?|photo ?copy)(?:nya)?"
_OF_POLICE = r"(?:polisi(?:nya)?|polsek|polres|kepolisian|police|kehilangan(?:nya)?)"
_STATION = r"(?:polsek|polres|polda|polisi)"
_WHERE = r"(?:di ?mana|dmn|ke ?mana|mana|gimana|bagaimana|caranya)"
_NUMBER = r"(?:no|nomor|nomer|nmr|kontak|hotline|call cent(?:er|re))(?:nya)?"
_CALLED = r"(?:hp|telp|telpon|telepon|telfon|tlp|tlpn|wa|whatsapp|cs|kontak|call cent(?:er|re)|aduan)(?:nya)?"
_OF_US = r"(?:kantor|dukcapil|disdukcapil|capil|dinas|loket|petugas|admin|cs)(?:nya)?"
_MISUSED = r"(?:bocor|disalahgunakan|disebar(?:kan|in)?|dijual)"
_YOUNG = r"(?:1[0-7]|(?:lima|enam|tujuh) ?belas|fifteen|sixteen|seventeen)"
_REAL = r"(?:asli|resmi|beneran|betulan)"
SIGNS: Mapping[Topic, str] = {
    Topic.POLICE: rf"(?:surat|laporan?|bikin|buat|urus|minta)(?:nya)? (?:\w+ )?{_OF_POLICE} (?:\w+ ){{0,3}}{_WHERE}"
    rf"|{_WHERE} (?:\w+ ){{0,4}}(?:surat|laporan) (?:\w+ )?{_OF_POLICE}"
    rf"|{_STATION} (?:atau|ato|apa) {_STATION}|(?:polsek|polres)(?:nya)? (?:yang |yg )?(?:mana|di ?mana)"
    rf"|{_OF_POLICE} (?:\w+ ){{0,4}}(?:bayar|biaya|uang|duit|gratis)(?:nya)?(?! \w*(?:petugas|pegawai|capil|loket))"
    rf"|(?:bayar|biaya|gratis)(?:nya)? (?:\w+ ){{0,3}}(?:{_STATION}|surat kehilangan)|police .*(?:pay|free|money|fee)"
    r"|where .*police (?:loss )?(?:letter|report)|police (?:loss )?(?:letter|report) .*where",
    Topic.ORIGINAL: rf"(?:asli|original) (?:atau|ato|apa|or) (?:\w+ )?{_COPY}"
    rf"|{_COPY} (?:\w+ ){{0,2}}(?:boleh|bisa|gpp|ok)|(?:harus|mesti|kudu|wajib) (?:\w+ ){{0,2}}asli"
    rf"|(?:boleh|bisa|pakai|pake|cukup|can|may|is) (?:\w+ ){{0,3}}{_COPY}"
    r"|must it be the original|(?:the )?original or a copy|need the original",
    Topic.WHY_DATA: rf"{_WHY} (?:\w+ ){{0,2}}{_WANT} (?:\w+ ){{0,3}}{_DATA}"
    rf"|{_WHY} (?:\w+ ){{0,2}}{_DATA} (?:\w+ )?{_WANT}|{_DATA} (?:\w+ )?(?:perlu|harus) {_NO}"
    rf"|{_DATA} (?:\w+ ){{0,2}}(?:buat|untuk|dipakai|dipake) (?:\w+ )?(?:apa|apaan)"
    rf"|(?:perlu|harus|wajib) (?:banget )?(?:isi |kasih |kirim )?(?:nik|nomor kk|no kk|data diri) {_NO}",
    Topic.SAFE: r"(?:apa|apakah|ini|data\w*|nik|fotonya|datanya) (?:\w+ ){0,4}aman(?:kah)?"
    rf"|aman(?:kah)? (?:{_NO}|kan|kah)"
    rf"|(?:ga|gak|nggak|tidak|tdk) (?:akan |bakal |bakalan |sampai |pernah )?{_MISUSED} (?:kan|ya|lah)"
    rf"|{_MISUSED} {_NO}|siapa (?:\w+ ){{0,2}}(?:lihat|liat|baca|akses|buka|pegang) (?:\w+ )?{_DATA}"
    rf"|{_DATA} (?:\w+ ){{0,2}}(?:dihapus|disimpan) (?:kapan|{_NO}|di ?mana|berapa lama)"
    r"|is (?:it|this|my data) safe|who (?:can )?sees? my data",
    Topic.GENUINE: rf"(?:nomor|nomer|wa|akun|chat|ini)(?: ini| wa| nya)* (?:\w+ ){{0,2}}{_REAL}(?: \w+)?"
    rf" (?:{_NO}|bukan|kan|apa)|(?:beneran?|betul|bener|bnr) (?:\w+ ){{0,4}}(?:resmi|dukcapil|disdukcapil|capil)"
    r"|ini (?:resmi|asli|penipuan|penipu|scam|hoax|bukan penipuan)(?: \w+)?(?: (?:bukan|ya|kan|ga|gak|tidak))?"
    r"|bukan (?:penipu(?:an)?|scam|hoax) kan|apakah ini (?:\w+ )?(?:dukcapil|disdukcapil|resmi)"
    r"|is this (?:number |really |the )*(?:real|genuine|official|legit|a scam|dukcapil)",
    Topic.PHONE: rf"{_NUMBER} {_CALLED} (?:\w+ )?(?:{_OF_US}|berapa|yang bisa)|{_NUMBER} {_OF_US}"
    rf"|{_CALLED} {_OF_US} berapa|(?:ada|minta|bagi|(?<!saya )punya) {_NUMBER} (?:{_CALLED}|lain|{_OF_US})(?: lain)?"
    r"|(?:nelpon|telpon|telepon|hubungi) (?:ke )?(?:nomor|nomer|no) (?:berapa|mana)"
    r"|(?:phone|office) number|call the office",
    Topic.VERIFY: r"keaslian(?:nya)?|(?:asli|palsu) (?:atau|ato|apa|dan) (?:tidak|palsu|asli)|(?:di)?legalisir"
    r"|(?:cek|ngecek|periksa|pastikan|pastiin|tau|tahu) (?:\w+ ){0,4}(?:asli|palsu)"
    r"|(?:check|tell) .*(?:genuine|authentic|fake)",
    Topic.UNWED: r"(?:nikah|kawin|menikah)(?:nya)? (?:siri|sirih|sirri|bawah tangan|agama saja|secara agama)"
    r"|unregistered marriage|religious marriage only",
    Topic.WEDDING: r"(?:nikah|kawin|menikah)(?:nya)? (?:islam|muslim)|(?:muslim|islam|kua)\b.* (?:nikah|kawin|menikah)"
    r"|(?:nikah|kawin|menikah|daftar)\b.* kua|muslim (?:marriage|wedding)",
    Topic.VALIDITY: r"masa berlaku(?:nya)?|berlaku (?:sampai|seumur|sampe|berapa lama)|seumur hidup"
    r"|(?:di)?perpanjang(?:an)?|kad[ae]luw?arsa|expired?"
    r"|ktp(?:nya|ku| nya| saya| sy| aku| ku)* (?:sudah |udah |sdh )?mati"
    r"|valid for life|renew my id card",
    Topic.SELF_PRINT: rf"(?:di)?(?:cetak|print|nyetak|ngeprint) (?:(?:ktp|kk|kia|akt[ae])(?: \w+)? )?{_SELF}"
    r"|print (?:it )?(?:myself|at home)",
    Topic.PORTRAIT: r"(?:pas ?foto|pasfoto|foto) (?:\w+ ){0,3}\d ?x ?\d|passport photo"
    r"|(?:bawa|pakai|pake|perlu|harus) (?:pas ?foto|pasfoto)",
    Topic.COLLECT: rf"(?:{_KIN}|orang lain|teman|tetangga){_MINE} (?:yang |yg )?(?:(?:bisa|boleh) )?"
    r"(?:ng)?ambil(?:in|kan)?"
    rf"|(?:di)?ambil(?:kan|in)? (?:\w+ )?(?:sama |oleh )?(?:{_KIN}|orang lain|teman|tetangga)"
    rf"|(?:ambil|pengambilan)(?:nya)? (?:\w+ )?(?:bisa |boleh )?diwakil\w*|{_PEOPLE} (?:collect|pick) .*|collected by",
    Topic.ELSEWHERE: r"di (?:kota|kabupaten|daerah|provinsi|tempat|kantor) (?:lain|mana (?:saja|aja|pun))"
    r"|ktp (?:\w+ ){1,2}(?:bisa|boleh) (?:\w+ )?(?:di ?sini)|luar (?:kota|domisili|daerah|kabupaten)"
    r"|perantauan|rantau|merantau|in another (?:city|town)",
    Topic.POSTAGE: r"ongkir(?:nya)?|ongkos kirim(?:nya)?|biaya (?:kirim|pos|antar)|postage|delivery (?:fee|cost)"
    r"|kirim(?:nya)? (?:bayar|berapa|gratis)|pengiriman(?:nya)? (?:bayar|berapa|gratis)",
    Topic.RT_LETTER: r"pengantar(?:nya)?(?: (?:dari|surat|pak))* ?(?:rt|rw|kelurahan|desa)|pengantar (?:rt|rw)"
    r"|surat(?:nya)?(?: (?:dari|pengantar|pak))* (?:rt|rw)|(?:perlu|harus|pakai|pake) (?:surat |pengantar )?(?:rt|rw)"
    r"|rt letter|letter (?:of|from) the rt",
    Topic.PROXY: rf"(?:di)?wakil(?:kan|in|i)?|diwakilkan|(?:orang lain|{_KIN}){_MINE} (?:bisa|boleh)"
    rf"|(?:bisa|boleh)(?: di\w+)?(?: sama| oleh| ama)? (?:orang lain|{_KIN}|teman|tetangga)"
    rf"|(?:{_KIN}|teman|tetangga){_MINE} (?:yang|yg) \w+ (?:bisa|boleh)"
    rf"|(?:bisa|boleh|bs|kawa|iso|saged)(?:kah)? (?:kah |{_NO} )?{_ME} (?:(?:yang|yg|nang|sing) )?"
    r"(?:ng|meng|nge)?(?:urus|wakil|ambil)\w*"
    rf"|{_ME} (?:yang|yg|nang|sing) (?:ng|meng|nge)?(?:urus|wakil)\w* (?:bisa|boleh|kawa|iso)"
    r"|(?:can|may|could) i (?:do|handle|apply|file|arrange) (?:it |this )?(?:for|on) .*"
    r"|harus (?:datang )?sendiri|titip(?:kan)?|surat kuasa|someone else|on behalf"
    rf"|(?:can|could|may|if) (?:(?:my|a|the) )?{_PEOPLE} (?:do|does|apply|comes?|collects?|go|handle|send|bring)",
    Topic.LATE: r"(?:telat|terlambat|lewat (?:60|enam puluh) hari|lebih dari (?:60 hari|setahun|1 tahun)).*"
    r"|denda(?:nya)?|sanksi(?:nya)?|(?:perlu|harus) (?:sidang|pengadilan)|fine for|too late"
    r"|akt[ae] .*\d+ (?:tahun|thn|th) .*(?:masih bisa|bisa (?:ga|gak|nggak|kah|tidak))",
    Topic.FORMAT: r"format(?:nya)?",
    Topic.HOURS: r"jam (?:buka|kerja|layanan|pelayanan|operasional|tutup|berapa)(?:nya)?|buka (?:jam|hari|sampai|kapan)"
    rf"|(?:sabtu|minggu|hari ini|besok|libur)(?: \w+){{0,2}} buka(?!\w)|(?:masih )?buka {_NO}"
    r"|tutup jam|opening hours|when .*open"
    r"|open on (?:saturdays?|sundays?|weekends?)|(?:business|working|closing) hours"
    r"|what time|(?:are|is) (?:you|it|the office) open|(?:your|office) hours",
    Topic.DURATION: r"berapa (?:lama|hari|jam|minggu|bulan)|lama(?:nya)? (?:berapa|jadi|proses)"
    r"|(?:prosesnya|jadinya) lama|how (?:long|many (?:days|weeks|hours))|(?:langsung|sehari) jadi"
    r"|when (?:will|is|can) .*(?:ready|done|finished)",
    Topic.AGE_SOON: rf"\b{_YOUNG} (?:tahun |thn |th |taun )?(?:\w+ )?(?:hari|minggu|mgg|bulan|bln|tahun|thn)"
    r" (?:depan|lagi|next)|(?:bulan|bln|minggu|tahun|thn) depan (?:\w+ ){0,2}(?:17|tujuh ?belas)"
    r"|turns? (?:17|seventeen)",
    Topic.AGE: r"(?:berapa (?:umur|usia)|(?:umur|usia)(?:nya)? (?:minimal|berapa)|(?:minimal|mulai|dari) (?:umur|usia)"
    rf"|how old|(?:minimum|what) age)|(?:umur|usia)\w*(?: {_ME}| anak)* (?:(?:baru|masih|hanyar|nembe) )?{_YOUNG}"
    rf"|(?:masih|baru|belum|im|i am|aged?) {_YOUNG}|{_YOUNG} (?:tahun|thn|th|taun|years)",
    Topic.COST: r"ongkos(?:nya|e|na)?"
    rf"|bayar (?:berapa|{_NO})|(?:biaya|tarif|harga)(?:nya)?|gratis(?:kah)?|berapa (?:bayar|duit|uang)"
    r"|(?:kena|ada) biaya|(?:is it|for) free|how much|cost|fees?|(?:is there|any) (?:an? |any )?(?:fee|charge)"
    r"|(?:have|need) to pay|free of charge",
    Topic.PLACE: r"(?:kantor|loket|alamat|tempat)(?:nya)? (?:di ?mana|dmn|mana)|alamat(?:nya)? kantor"
    r"|di ?mana (?:kantor|alamat|loket|tempat)(?:nya)?|alamat kantor(?:nya)?|lokasi kantor(?:nya)?|where (?:is|are)"
    r"|office address|(?:bisa|boleh) (?:\w+ ){0,4}di (?:kecamatan|kelurahan|desa|mpp|mall?)",
    Topic.REQUIREMENTS: r"syarat(?:nya|2|2nya)?|persyaratan(?:nya)?|prasyarat(?:nya)?|pers?yaratannya|syarate"
    r"|(?:butuh|perlu|bawa|siapkan|siapin|lampirkan) apa(?: (?:saja|aja|haja))?|apa (?:saja|aja|haja) (?:yang |yg )?"
    r"(?:perlu|dibutuhkan|dibawa|disiapkan)|(?:dokumen|berkas|surat)(?:nya)? apa(?: (?:saja|aja))?|requirements?"
    r"|(?:papers?|documents?) (?:\w+ )?(?:needed|required)|needed for"
    r"|what (?:do i|do we|should i|must i|is needed|papers|documents)|which (?:papers|documents)",
}  # fmt: skip
