# Everything Loket says in Indonesian. `.sms` is the wording for SMS (GSM-7, as few segments as possible);
# `.says` are other words by which an option is picked.

## First contact

notice = { $salam ->
    [yes] Waalaikumsalam. Ini Loket { $office }. Dijawab otomatis, diputuskan petugas, GRATIS. Kami tidak pernah meminta OTP atau PIN IKD.
   *[no] Ini Loket { $office }. Dijawab otomatis, diputuskan petugas, GRATIS. Kami tidak pernah meminta OTP atau PIN IKD.
    }{ $news ->
    [none] {""}
   *[other] {" "}{ $news }
    }
    Isian dan foto dipakai untuk permohonan Anda (UU Adminduk), dihapus { $days } hari setelah selesai. WhatsApp memakai server luar negeri. Hak Anda: { $rights }
    Lanjut lewat WhatsApp?
    .sms = Loket { $office }. GRATIS, kecuali pulsa SMS. Data utk urusan ini; foto dihapus { $days } hari setelah selesai. Hak Anda: balas DATA SAYA. Atau ke kantor.{ $news ->
    [none] {""}
   *[other] {" "}{ $news }
    }
    .web = Ini Loket { $office }. Dijawab otomatis, diputuskan petugas, GRATIS. Kami tidak pernah meminta OTP atau PIN IKD.{ $news ->
    [none] {""}
   *[other] {" "}{ $news }
    }
    Isian dan foto langsung ke server kantor, dipakai untuk permohonan Anda (UU Adminduk), dihapus { $days } hari setelah selesai. Hak Anda: { $rights } Tanpa chat, semua juga bisa di kantor.
notice-again = Pilih Lanjut bila setuju lewat WhatsApp.
    .web = Pilih Lanjut bila setuju.
notice-again-officer = Pilih Lanjut bila setuju lewat WhatsApp. Ingin dibantu petugas? Ketik PETUGAS.
    .web = Pilih Lanjut bila setuju. Ingin dibantu petugas? Ketik PETUGAS.
other-ways = { $known ->
    [yes] Silakan ke { $office }, { $address }. Buka { $hours }. Bawa surat asli, GRATIS.
   *[no] Silakan ke kantor Disdukcapil kabupaten atau kota Anda. Bawa surat asli, GRATIS.
    } Lanjut lewat WhatsApp juga bisa.
    .web = { $known ->
    [yes] Silakan ke { $office }, { $address }. Buka { $hours }. Bawa surat asli, GRATIS.
   *[no] Silakan ke kantor Disdukcapil kabupaten atau kota Anda. Bawa surat asli, GRATIS.
    } Lanjut di sini juga bisa.
option-continue = Lanjut
    .says = lanjutkan, continue, ya, iya, y, ok, oke, setuju, boleh, siap
option-other-ways = Cara lain
    .says = lain, tidak, tidak setuju
option-english = English
    .says = inggris, bahasa inggris
option-indonesian = Bahasa Indonesia
    .says = indonesia
ask-language = Bahasa apa?
language-set = Kami lanjutkan dalam bahasa Indonesia.
language-guessed = Kami lanjutkan dalam bahasa Indonesia. English? Ketik ENGLISH.

## Menu

menu = { $unsent ->
    [none] {""}
   *[other] Isian { $unsent } masih disimpan: ketik LANJUT.{" "}
    }{ $news ->
    [none] {""}
   *[other] { $news }{" "}
    }{ $how ->
    [salam] Waalaikumsalam. Ini Loket { $office }. Ada yang bisa kami bantu?
    [greeting] Halo, ini Loket { $office }. Ada yang bisa kami bantu?
    [unclear] Maaf, kami belum paham. Maksud Anda yang mana?
    [papers] Untuk layanan yang mana?
    [number] Nomornya terbaca. Untuk layanan yang mana?
   *[plain] Ada yang bisa kami bantu?
    }
option-resume = Lanjutkan isian
    .says = lanjut, lanjutkan
menu-unclear = Maaf, kami belum paham. Coba 2-3 kata, contoh: KTP hilang, akta lahir, status.
not-understood-second = Coba 2-3 kata, contoh: KTP hilang, akta lahir, status. Atau ketik MENU.
why-nik = NIK kami perlukan untuk mencari datanya. Pertanyaan itu dijawab petugas: ketik PETUGAS.
why-kk_number = Nomor KK kami perlukan untuk mencari keluarganya. Pertanyaan itu dijawab petugas: ketik PETUGAS.
why-name = Nama itu ditulis di formulir. Pertanyaan Anda dijawab petugas: ketik PETUGAS.
why-photo = Dari fotonya petugas memeriksa surat itu. Pertanyaan Anda dijawab petugas: ketik PETUGAS.
why-other = Isian ini ditulis di formulir. Pertanyaan Anda dijawab petugas: ketik PETUGAS.
question-for-officer = Itu bisa ditanyakan ke petugas: ketik PETUGAS.
question-again = Kami tanyakan sekali lagi. Ingin dibantu orang? Ketik PETUGAS.
    .sms = Ingin dibantu orang? Balas PETUGAS.
which-three = Maaf, kami belum paham. Maksud Anda yang mana?
which-two = Maksud Anda yang mana?
which-one = Maksud Anda ini?
which-start = { $service }: mulai sekarang?
which-next-child = Anak kembar berikutnya: mulai sekarang?
several-wishes = { $first } dulu. Setelah ini kita urus { $others }.{ $letter ->
    [one] {" "}Minta satu surat polisi untuk semuanya.
   *[own] {""}
    }
lost-as-well = { $thing } juga hilang: di sini tidak perlu difoto. Minta satu surat polisi untuk keduanya.{ $next ->
    [yes] {" "}Gantinya kita urus setelah ini.
   *[no] {""}
    }
wished-as-well = { $service } kita urus setelah ini.
twins-one-by-one = Kembar: satu permohonan untuk tiap anak. Isi satu anak dulu; untuk yang berikutnya, isian yang sama tidak ditanyakan lagi.
which-switch = Itu permohonan lain: { $service }. Isian yang ini tetap disimpan.
option-neither = Bukan keduanya
    .says = bukan, tidak, bukan semua
option-not-that = Bukan itu
    .says = bukan, tidak
option-begin = Mulai
    .says = mulai sekarang, ya, iya, y, ok, oke, boleh, mau
option-go-on = Kita lanjut
    .says = lanjut, tidak, bukan, nanti
option-help = Bantuan
option-delivery = Antar atau ambil
option-verify = Cek keaslian dokumen
option-van = Mobil keliling
elsewhere-village = Surat keterangan itu dari kelurahan atau desa, bukan Disdukcapil. Ketik MENU untuk layanan kami.
elsewhere-marriage_letter = Surat belum menikah dan pengantar nikah (N1) dari kelurahan atau desa. Status di KK atau KTP? Ketik UBAH STATUS KAWIN.
elsewhere-wedding = Muslim menikah di KUA. Agama lain dicatat di sini: ketik AKTA KAWIN. Setelah menikah, status di KK dan KTP: ketik UBAH STATUS KAWIN.
elsewhere-marriage_office = Buku nikah dari KUA. Akta perkawinan (bukan Islam)? Ketik AKTA KAWIN HILANG.
elsewhere-bpjs = Pindah faskes diurus BPJS Kesehatan: aplikasi Mobile JKN atau 165. Ketik MENU untuk layanan kami.
elsewhere-bank = Itu diurus bank Anda. NIK ditolak bank? Ketik NIK TIDAK DITEMUKAN.
elsewhere-election = Pindah memilih diurus KPU. Pindah alamat KTP? Ketik PINDAH ALAMAT.
elsewhere-school = Pindah sekolah diurus sekolahnya. Pindah alamat KTP? Ketik PINDAH ALAMAT.
elsewhere-work = Pindah kerja tidak diurus di sini. Pekerjaan di KK berubah? Ketik UBAH KK. Pindah alamat? Ketik PINDAH ALAMAT.
elsewhere-religion = Agama di KK dan KTP diubah lewat ubah data KK. Ketik UBAH KK.
elsewhere-animal = Kami hanya mencatat penduduk, bukan hewan. Ketik MENU untuk layanan kami.
elsewhere-account = Itu tidak diurus di sini. Nama atau foto di KTP? Ketik UBAH KTP.
elsewhere-hospital = Rekam medis ada di rumah sakitnya. Rekam KTP? Ketik REKAM KTP.
elsewhere-car = Urusan kendaraan ada di Samsat atau dealer. Ketik MENU untuk layanan kami.
elsewhere-driving = SIM diurus di Satpas Polres. Ketik MENU untuk layanan kami.
elsewhere-move_undone = Batal pindah? Belum terbit: ketik BATAL. SKPWNI sudah terbit: ketik PETUGAS.
not-ours = Itu tidak diurus Disdukcapil. Ketik MENU untuk layanan kami, atau PETUGAS.
group-kk = Kartu Keluarga (KK)
    .says = kk, kartu keluarga
group-ktp = KTP-el
    .says = ktp, e-ktp
group-kia = Kartu anak (KIA)
    .says = kia, kartu anak
group-birth = Akta kelahiran
    .says = akta lahir, akta
group-death = Akta kematian
    .says = kematian
group-marriage = Akta kawin dan cerai
    .says = akta kawin, akta cerai
group-move = Pindah alamat
    .says = pindah
group-ikd = KTP digital (IKD)
    .says = ikd
group-suket = Tukar suket ke KTP-el
    .says = suket, tukar suket
group-correct = Perbaiki akta atau nama
    .says = perbaiki, perbaiki akta, ganti nama
group-nik = NIK tidak ditemukan
    .says = nik
group-other = Lainnya
    .says = lain
option-status = Status permohonan
    .says = status, cek status
option-my-data = Data saya
option-complaint = Pengaduan
    .says = aduan, pungli
option-talk-to-officer = Bicara dengan petugas
    .says = petugas
ask-service = Yang mana?
list-button = Pilih


## Words that work everywhere

help = Ketik KEMBALI, BATAL, MENU, STATUS, PETUGAS, atau BAHASA kapan saja.{ $known ->
    [yes] {" "}{ $office }: { $address }, buka { $hours }.
   *[no] {""}
    } Layanan GRATIS.
    .sms = Balas KEMBALI, BATAL, MENU, STATUS, PETUGAS, atau BAHASA kapan saja. GRATIS.
told-delivery = { $fee ->
    [none] KTP-el dan KIA bisa diantar Pos (dibayar ke kurir) atau diambil sendiri (GRATIS).
    [office] KTP-el dan KIA bisa diantar atau diambil sendiri, keduanya GRATIS.
   *[other] KTP-el dan KIA bisa diantar Pos ({ $fee }, dibayar ke kurir) atau diambil sendiri (GRATIS).
    } Dokumen lain dikirim sebagai PDF. Pilihannya kami tanyakan setelah dicetak; resi dan tahapnya: ketik STATUS.
    .sms = { $fee ->
    [none] KTP-el dan KIA diantar Pos atau diambil sendiri (GRATIS).
    [office] KTP-el dan KIA diantar atau diambil sendiri (GRATIS).
   *[other] KTP-el dan KIA diantar Pos ({ $fee }) atau diambil sendiri (GRATIS).
    } Resi: balas STATUS.
told-verify = Pindai QR di kanan bawah dokumen. Halaman yang terbuka harus berakhiran .go.id: hijau berarti asli, kuning berarti ada yang lebih baru. Dokumen ber-QR dan KTP-el tidak perlu legalisir; yang lama bertanda tangan basah tetap berlaku.
    .sms = Pindai QR dokumen; halamannya harus .go.id. Hijau asli, kuning ada yg lebih baru. Dokumen ber-QR tidak perlu legalisir.
told-van = Jadwal mobil keliling dan jemput bola ditanyakan ke petugas: ketik PETUGAS.{ $known ->
    [yes] {" "}{ $office }: { $address }, buka { $hours }.
   *[no] {""}
    }
    .sms = Jadwal mobil keliling: balas PETUGAS.
van-visits = { $how ->
    [here] Mobil keliling ke { $place }:
    [near] Belum ada jadwal mobil keliling ke { $place }. Yang terdekat:
   *[all] Jadwal mobil keliling:
    }
    { $visits }
    { $room ->
    [yes] Pilih satu untuk mengambil nomor antrean. GRATIS.
   *[no] Semua nomor antrean sudah habis.
    }
    .sms = { $how ->
    [here] Mobil keliling ke { $place }:
    [near] Belum ada mobil keliling ke { $place }. Terdekat:
   *[all] Mobil keliling:
    } { $room ->
    [yes] balas angka utk nomor antrean, GRATIS.
   *[no] nomor antrean sudah habis.
    }
van-line = { $when }: { $spot }, { $village }. Layanan: { $services }.{ $left ->
    [0] {" "}Nomor antrean habis.
   *[other] {""}
    }
    .sms = { $when } { $spot }
van-none = Belum ada jadwal mobil keliling ke { $place }.
van-where = Mobil keliling ke mana? Ketik MOBIL KELILING dan nama kelurahan atau kecamatannya.
    .sms = Balas MOBIL KELILING dan nama kelurahan atau kecamatannya.
van-kk = Nomor KK keluarga yang datang ({ $when })? Satu nomor antrean untuk satu keluarga. Ketik LUPA bila tidak ingat.
    .sms = Nomor KK keluarga yg datang? Satu nomor antrean utk satu keluarga. Balas LUPA bila tidak ingat.
van-people = Berapa orang yang datang?
van-booked = Nomor antrean { $number } untuk { $n } orang. { $when }: { $spot }, { $village }. Kode: { $code }.
    Tunjukkan tiket ini dan bawa KK asli. GRATIS. Ada yang minta uang? Ketik PUNGLI. Tidak jadi? Ketik BATAL.
    .sms = Antrean No. { $number }, kode { $code }, { $n } orang: { $when }, { $spot }. Bawa KK asli. GRATIS. Ada yg minta uang? Balas PUNGLI. Tidak jadi? Balas BATAL.
van-full = Nomor antrean di situ baru saja habis.
van-gone = Jadwal itu sudah lewat atau dibatalkan.
van-twice = Keluarga ini sudah punya nomor antrean mobil keliling. Lihat: ketik STATUS. Ganti jadwal: ketik BATAL, lalu ambil lagi.
    .sms = Keluarga ini sudah punya nomor antrean. Lihat: balas STATUS. Ganti: balas BATAL, lalu ambil lagi.
van-taken = Keluarga ini sudah punya nomor antrean mobil keliling, diambil dari nomor HP lain. Lihat atau ganti dari nomor itu. Bukan keluarga Anda yang mengambil? Ketik PETUGAS.
    .sms = Keluarga ini sudah punya nomor antrean dari nomor HP lain: lihat dan ganti dari situ. Bukan keluarga Anda? Balas PETUGAS.
van-many = Dari nomor ini sudah banyak keluarga yang terdaftar. Perlu lagi? Ketik PETUGAS.
    .sms = Dari nomor ini sudah banyak keluarga terdaftar. Perlu lagi? Balas PETUGAS.
van-cancel-sure = Batalkan { $number }? Nomor antreannya diberikan ke orang lain.
van-cancelled = Nomor antrean { $code } dibatalkan. Jadwal lain: ketik MOBIL KELILING.
    .sms = Nomor antrean { $code } dibatalkan. Jadwal lain: balas MOBIL KELILING.
van-kept = Baik, nomor antrean tetap.
van-standing = Mobil keliling: antrean { $number }, kode { $code }. { $when }, { $spot }, { $village }.
    .sms = Mobil keliling: No. { $number }, kode { $code }. { $when }, { $spot }.
van-reminder = Besok mobil keliling: { $when }, { $spot }, { $village }. Nomor antrean { $number }, kode: { $code }. Bawa KK asli. GRATIS. Tidak bisa datang? Ketik BATAL.
    .sms = Besok mobil keliling: { $when }, { $spot }. No. { $number }, kode { $code }. Bawa KK asli. GRATIS. Tidak bisa? Balas BATAL.
van-moved = Maaf, mobil keliling tanggal { $day } pindah. Sekarang { $when }: { $spot }, { $village }. Sebabnya: { $reason }. Kode { $code } tetap berlaku. Tidak bisa? Pilih jadwal lain, atau ketik BATAL.
    .sms = Maaf, mobil keliling { $day } pindah ke { $when }, { $spot }. Kode { $code } tetap berlaku. Tidak bisa? Pilih jadwal lain atau balas BATAL.
van-change-moved = pindah
van-called-off = Maaf, mobil keliling tanggal { $day } di { $spot } dibatalkan. Sebabnya: { $reason }. Pilih jadwal lain, isiannya tidak perlu diulang.
    .sms = Maaf, mobil keliling { $day } di { $spot } dibatalkan. Pilih jadwal lain, isiannya tidak diulang.
van-change-cancelled = dibatalkan
tag-van = Mobil keliling
ikd-telephone = Bisa ambil nomor antrean di sini. HP Anda sendiri (satu HP untuk satu orang), Android 7.1 ke atas atau iPhone, ada internet, dan Anda biasa memakainya?
    .sms = Mau nomor antrean? HP sendiri, Android 7.1 ke atas/iPhone, ada internet, terbiasa?
ikd-card = KTP-el Anda sudah direkam (foto, sidik jari, iris)?
ikd-without = Tidak apa-apa. KTP-el fisik tetap berlaku untuk semua urusan, tanpa IKD. Kartunya hilang, rusak, atau belum jadi? Ketik KTP, kami bantu sekarang. Kelak ada HP yang cocok? Ketik IKD.
    .sms = Tidak apa-apa: KTP-el fisik tetap berlaku utk semua urusan. Kartu hilang, rusak, belum jadi? Balas KTP. Kelak ada HP yg cocok? Balas IKD.
ikd-enrol-first = Rekam KTP-el dulu, IKD menyusul. Ketik REKAM KTP untuk tempat dan jamnya, atau MOBIL KELILING untuk jadwal di dekat Anda. GRATIS.
    .sms = Rekam KTP-el dulu, IKD menyusul. Tempat dan jam: balas REKAM KTP. Jadwal dekat Anda: balas MOBIL KELILING. GRATIS.
ikd-line = { $when }: { $spot }, { $village }
ikd-slots = Aktivasi IKD:
    { $visits }
    Pilih satu untuk mengambil nomor antrean. GRATIS.{ $agencies ->
    [yes] {" "}Instansi Anda punya sesi sendiri? Ketik namanya.
   *[no] {""}
    }
    .sms = Aktivasi IKD: balas angka utk nomor antrean, GRATIS.{ $agencies ->
    [yes] {" "}Instansi punya sesi sendiri? Balas namanya.
   *[no] {""}
    }
ikd-agency = Nomor antrean untuk umum belum ada; datang saja pada jam buka kantor. Instansi Anda punya sesi sendiri? Ketik namanya, misalnya DINAS KESEHATAN.
    .sms = Nomor antrean umum belum ada; datang pada jam buka. Instansi punya sesi sendiri? Balas namanya.
ikd-come = Baik. Aktivasi IKD tanpa nomor antrean: datang saja pada jam buka kantor. KTP-el fisik tetap berlaku.
    .sms = Baik. Datang saja pada jam buka kantor. KTP-el fisik tetap berlaku.
ikd-not-by-chat = QR dan kode aktivasi hanya ada di layar petugas, tidak pernah lewat chat. Ada yang mengirim atau memintanya? Itu penipuan: ketik PUNGLI.
    .sms = QR dan kode aktivasi hanya di layar petugas, tidak pernah lewat SMS. Ada yg mengirim atau meminta? Penipuan: balas PUNGLI.
ikd-booked = Nomor antrean { $number } untuk aktivasi IKD. { $when }: { $spot }, { $village }. Kode: { $code }.
    Tunjukkan tiket ini. Bawa HP sendiri yang aplikasi IKD-nya sudah dipasang, KTP-el, dan email. HP belum pasti cocok? Petugas memeriksanya. Tiket ini bukan kode aktivasi: itu hanya ada di layar petugas. GRATIS. Tidak jadi? Ketik BATAL.
    .sms = IKD: antrean No. { $number }, kode tiket { $code }, { $when }, { $spot }. Bawa HP sendiri, KTP-el, email. Kode aktivasi hanya di depan petugas. GRATIS. Tidak jadi? Balas BATAL.
ikd-twice = Anda sudah punya nomor antrean IKD. Lihat: ketik STATUS. Ganti jadwal: ketik BATAL, lalu ketik IKD.
    .sms = Anda sudah punya nomor antrean IKD. Lihat: balas STATUS. Ganti: balas BATAL, lalu IKD.
ikd-cancelled = Nomor antrean { $code } dibatalkan. Jadwal lain: ketik IKD.
    .sms = Nomor antrean { $code } dibatalkan. Jadwal lain: balas IKD.
ikd-standing = Aktivasi IKD: antrean { $number }, kode tiket { $code }. { $when }, { $spot }, { $village }.
    .sms = Aktivasi IKD: No. { $number }, kode tiket { $code }. { $when }, { $spot }.
ikd-reminder = Besok aktivasi IKD: { $when }, { $spot }, { $village }. Nomor antrean { $number }, kode tiket: { $code }. Bawa HP sendiri, KTP-el, dan email. GRATIS. Tidak bisa datang? Ketik BATAL.
    .sms = Besok aktivasi IKD: { $when }, { $spot }. No. { $number }, kode tiket { $code }. Bawa HP, KTP-el, email. GRATIS. Tidak bisa? Balas BATAL.
ikd-moved = Maaf, aktivasi IKD tanggal { $day } pindah. Sekarang { $when }: { $spot }, { $village }. Sebabnya: { $reason }. Tiket { $code } tetap berlaku. Tidak bisa? Pilih jadwal lain, atau ketik BATAL.
    .sms = Maaf, aktivasi IKD { $day } pindah ke { $when }, { $spot }. Tiket { $code } tetap berlaku. Tidak bisa? Pilih jadwal lain atau balas BATAL.
ikd-called-off = Maaf, aktivasi IKD tanggal { $day } di { $spot } dibatalkan. Sebabnya: { $reason }. Ketik IKD untuk jadwal lain.
    .sms = Maaf, aktivasi IKD { $day } di { $spot } dibatalkan. Jadwal lain: balas IKD.
option-ikd-no-agency = Tidak ada
option-ikd-fit = Ya
    .says = ada, punya, bisa, iya bisa, ya bisa, biasa, sudah, android, iphone, cocok
option-ikd-unfit = Tidak
    .says = belum, tidak bisa, tidak punya, tidak ada, tidak biasa, bukan android, jadul, hp biasa, hp lama
option-unsure = Tidak tahu
option-ikd-enrolled = Sudah
option-ikd-unenrolled = Belum
tag-ikd = Aktivasi IKD
van-service-rekam = rekam KTP-el
van-service-ktp = cetak KTP-el
van-service-kk = KK
van-service-kia = KIA
van-service-akta = akta
van-service-ikd = aktivasi IKD
van-service-pindah = pindah alamat
cancel-whether = Batalkan permohonan ini?
option-yes-cancel = Ya, batalkan
    .says = ya, iya, y, batal, batalkan
cancelled = Dibatalkan. Tidak ada yang dikirim.
nothing-to-cancel = Tidak ada yang perlu dibatalkan.
withdraw-which = Permohonan mana yang dibatalkan?
withdraw-sure = Batalkan { $number }? Berkasnya tidak diperiksa lagi.
withdraw-too-late = { $cases } sudah disetujui, dokumennya sedang dibuat. Masih ingin batal? Ketik PETUGAS.
withdrawn = { $number } dibatalkan. Ketik MENU bila ingin mengajukan lagi. GRATIS.
not-withdrawn = Baik, permohonan tetap berjalan.
correction-which = Untuk permohonan yang mana: { $label } menjadi { $value }?
correction-sure = Catat untuk { $number }: { $label } menjadi { $value }?
option-yes-note = Ya, catat
    .says = ya, iya, y, catat, benar, betul
option-not-meant = Bukan
    .says = bukan, tidak, jangan, bukan itu
correction-not-noted = Baik, tidak ada yang dicatat. Tulis apa yang perlu diubah dan seharusnya apa, atau ketik MENU.
correction-passed = Dicatat untuk { $number }: { $label } menjadi { $value }. Petugas yang mengubahnya, antrean tetap.
correction-by-officer = { $cases } sudah dikirim, jadi petugas yang mengubahnya. Tulis nomornya, apa yang perlu diubah, dan seharusnya apa.
nothing-sent = Belum ada permohonan yang dikirim dari nomor ini. Ketik MENU untuk memulai.
idle = Ketik MENU untuk melihat layanan.
resumed = Kita lanjut:
request-resumed = Kita lanjut: { $service }{ $who ->
    [none] .
   *[other] {" "}{ $who }.
    }
switched-off = { $service } sementara tidak lewat chat. Silakan ke { $office }, { $address }. Buka { $hours }. GRATIS.
kept-for-later = Isian Anda disimpan. Ketik LANJUT bila sudah siap.
draft-nudge = { $lacks ->
    [photos] Permohonan { $service } Anda kurang { $n } foto.
    [answers] Permohonan { $service } Anda belum selesai diisi.
   *[nothing] Permohonan { $service } Anda belum dikirim.
    } Isian disimpan sampai { $until }. Lanjutkan?
draft-put-away = Isian permohonan { $service } sudah kami hapus karena lama tidak dilanjutkan. Ketik MENU untuk memulai lagi.
form-changed = Ada pertanyaan yang berubah sejak terakhir. Isian Anda yang masih berlaku tetap dipakai.
stale-button = Tombol itu dari pertanyaan sebelumnya.
weary = Tidak apa-apa, pelan-pelan saja. Isian Anda tersimpan.
weary-mourning = Kami mengerti, ini berat. Tidak perlu terburu-buru, isian Anda tersimpan. Ingin dibantu orang? Ketik PETUGAS.
weary-questions = Maaf, ini memang beberapa pertanyaan; isian Anda tersimpan. Ingin dibantu orang? Ketik PETUGAS.
weary-ways = Bisa juga nanti, atau dengan petugas.
offer-officer = Kami teruskan ke petugas?{ $stays ->
    [both] {" "}Isian dan antrean Anda tetap.
    [answers] {" "}Isian Anda tetap.
    [place] {" "}Antrean Anda tetap.
   *[nothing] {""}
    }
offer-in-words = Balas dengan kata: { $options }.
option-to-officer = Ya, ke petugas
    .says = ya, iya, petugas, ke petugas
option-officer = Petugas
option-menu = Menu
option-later = Nanti saja
    .says = nanti
too-late = Hal itu sudah berubah sementara ini. Ketik STATUS untuk keadaan terbaru.
apology = Maaf, ada gangguan di pihak kami. Pesan Anda aman. Mohon kirim sekali lagi, atau ketik PETUGAS.
answer-late = Maaf, balasan terlambat karena gangguan jaringan. Pesan Anda aman, antrean tetap.
talk-lost = Maaf, catatan obrolan ini tidak bisa kami buka, jadi isian yang belum terkirim perlu diisi lagi. Permohonan yang sudah dikirim tetap aman.
    .sms = Maaf, catatan obrolan ini tidak terbuka. Isian yg belum terkirim perlu diisi lagi; permohonan yg sudah dikirim tetap aman.
answers-one-by-one = Pesan Anda banyak sekaligus. Semuanya kami terima dan kami balas satu per satu; mohon tunggu sebentar.
    .sms = Pesan Anda banyak sekaligus. Semua kami terima dan balas satu per satu; mohon tunggu.
opted-out = { $runs ->
    [yes] Kami tidak mengirim kabar lagi; permohonan tetap berjalan. Cek kapan saja: ketik STATUS.
   *[no] Kami tidak mengirim kabar lagi.
    } Mau dikabari lagi? Ketik MULAI.
    .sms = { $runs ->
    [yes] Kami tidak mengirim kabar lagi; permohonan tetap berjalan. Cek: balas STATUS.
   *[no] Kami tidak mengirim kabar lagi.
    } Mau dikabari lagi? Balas MULAI.
opted-in = Kabar dari kami aktif lagi.
notices-off = Kabar dari kami masih berhenti. Ketik MULAI agar kami dan petugas bisa mengabari.
    .sms = Kabar kami masih berhenti. Balas MULAI agar dikabari.

## Their data

my-data = Tersimpan dari nomor ini: { $cases ->
    [0] {""}
   *[other] { $cases } permohonan,{" "}
    }{ $answers ->
    [none] {""}
   *[other] isian ({ $answers }),{" "}
    }{ $photos ->
    [0] {""}
   *[other] { $photos } foto,{" "}
    }isi chat. Salinan lengkap diberikan setelah petugas memastikan ini Anda, paling lama 3x24 jam.
    .sms = Tersimpan: { $cases ->
    [0] {""}
   *[other] { $cases } permohonan,{" "}
    }{ $answers ->
    [none] {""}
   *[other] isiannya,{" "}
    }{ $photos ->
    [0] {""}
   *[other] { $photos } foto,{" "}
    }isi SMS. Salinan setelah petugas memastikan ini Anda, paling lama 3x24 jam.
and-more = lainnya
option-ask-copy = Minta salinan
    .says = salinan, minta
option-correct-data = Perbaiki data
    .says = perbaiki, ubah data, ubah
option-delete-data = Hapus data
    .says = hapus
my-data-wrong = Data mana yang perlu diperbaiki, dan seharusnya apa? Contoh: nama ibu, seharusnya Siti Contoh.
request-noted = Tercatat: { $number }. { $kind ->
    [access] Petugas memastikan dulu ini Anda: datang dengan KTP, atau tunggu kami hubungi. Salinan dikirim di sini lewat link dan kode ambil,
   *[correct] Petugas memeriksa, lalu menjawab di sini,
    } paling lambat { $due }.
data-asked-in-person = Permintaan { $kind ->
    [access] salinan data
    [correct] perbaikan data
   *[delete] hapus data
    } { $number } dicatat { $came_by ->
    [letter] dari surat Anda
   *[counter] di kantor
    }. Bukan Anda yang meminta? Ketik PETUGAS.
copy-ready = Salinan data { $number } sudah jadi. Buka { $link } dengan kode ambil di pesan berikut. Berlaku { $days } hari.
copy-gone = Salinan data { $number } sudah kami hapus, karena lama menunggu. Masih perlu? Ketik DATA SAYA.
    .sms = Salinan data { $number } sudah dihapus karena lama menunggu. Masih perlu? Balas DATA SAYA.
data-corrected = { $number }: data sudah diperbaiki. { $text }
data-request-refused = { $number } belum bisa dipenuhi. Sebabnya: { $text } Ketik PETUGAS untuk bertanya.
delete-when = Foto, isian, dan chat bisa dihapus; catatan kependudukan tetap disimpan negara. { $cases } masih berjalan. Kapan dihapus?
delete-now = Foto, isian, chat, dan salinan PDF dari nomor ini dihapus sekarang; catatan kependudukan tetap disimpan negara. Lanjutkan?
delete-recorded = { $number } sudah tercatat: data dihapus begitu { $cases } selesai.
delete-code = Untuk memastikan ini Anda, balas dengan angka { $code }. Ini bukan kode OTP; jangan beri ke orang lain.
deletion-open = Data Anda belum dihapus.
delete-code-differs = Angka itu belum sama.
option-after-the-end = Setelah selesai
    .says = nanti, selesai, setelah
option-cancel-and-delete = Batalkan dan hapus
    .says = batalkan, sekarang
option-delete-now = Hapus sekarang
    .says = ya, iya, sekarang, lanjut
option-do-not-delete = Jangan hapus
    .says = jangan
option-never-mind = Tidak jadi
    .says = tidak, batal
not-deleted = Baik, tidak ada yang berubah.
deletion-waits = Tercatat: { $number }. Data dihapus begitu { $cases } selesai.{ $complaint ->
    [none] {""}
   *[other] {" "}Pengaduan { $complaint } disimpan sampai dijawab.
    }
deletion-begins = Tercatat: { $number }. Data sedang dihapus; hasilnya kami kabari. Catatan kependudukan tetap disimpan negara.{ $complaint ->
    [none] {""}
   *[other] {" "}Pengaduan { $complaint } disimpan sampai dijawab.
    }
deletion-withdrawn = { $number } dibatalkan. Data disimpan selama waktu biasanya.
data-erased = { $number } selesai. Dihapus: isian { $cases } permohonan, { $photos } foto, { $messages } pesan. Yang tetap: nomor dan tanggal permohonan, catatan kependudukan.

## Short questions

told-place = { $known ->
    [yes] { $office }: { $address }. Buka { $hours }.
   *[no] Tiap kabupaten punya kantor sendiri. Tulis kabupatennya, contoh: alamat kantor Balikpapan.
    }
told-hours = { $known ->
    [yes] { $closed ->
        [none] {""}
       *[other] { $closed } kantor tutup.{" "}
        }{ $office } buka { $hours }. Lewat chat bisa kapan saja.
   *[no] Tiap kantor berbeda. Tulis kabupatennya, contoh: jam buka Balikpapan.
    }
told-cost = Semua layanan GRATIS (UU 24/2013 Pasal 79A). { $fee ->
    [none] {""}
    [office] Kartu diantar GRATIS, begitu juga bila diambil sendiri.{" "}
   *[other] Hanya ongkos Pos { $fee }, dibayar ke kurir; ambil sendiri GRATIS.{" "}
    }Ada yang minta uang? Ketik PUNGLI.
told-postage = { $fee ->
    [none] Ongkos Pos dibayar ke kurir, menurut kantornya.
    [office] Diantar GRATIS, ongkosnya dibayar kantor.
   *[other] Lewat Pos { $fee }, dibayar ke kurir{ $elsewhere ->
        [none] {""}
       *[other] ; ke luar kabupaten/kota ini { $elsewhere }
        }.
    } Ambil sendiri GRATIS.
told-carriage = { $kind ->
    [card] Pos atau ambil sendiri, dan alamatnya, kami tanyakan setelah kartunya dicetak.
   *[pdf] Dokumennya PDF, dikirim ke nomor ini. Tidak perlu Pos atau diambil.
    }
told-duration = { $service } selesai paling lama { $days } hari kerja setelah surat lengkap.
told-durations = Selesai { $least } sampai { $most } hari kerja setelah surat lengkap, menurut layanannya.
told-no-rt-letter = Tidak perlu surat pengantar RT/RW.{ $services ->
    [none] {""}
   *[other] {" "}Kecuali { $services }.
    }
told-rt-letter = { $service } perlu surat pengantar RT/RW asli, kecuali untuk bayi baru lahir.
told-proxy = Bisa diwakilkan. Yang satu KK tidak perlu surat kuasa; orang lain membawa surat kuasa F-1.07 bermeterai. Rekam KTP-el dan aktivasi IKD harus datang sendiri.
    .sms = Bisa diwakilkan. Satu KK tanpa surat kuasa; orang lain dengan surat kuasa F-1.07. Rekam KTP-el dan IKD harus datang sendiri.
what-authority-letter = F-1.07 itu surat kuasa: pemilik data mengizinkan orang lain mengurusnya. Bermeterai; yang satu KK tidak perlu.
what-birth-statement = F-2.03 itu surat pernyataan kelahiran, pengganti surat lahir yang tidak ada. Ditandatangani bersama 2 saksi.
what-couple-statement = F-2.04 itu surat pernyataan suami istri, pengganti buku nikah yang tidak ada. Ditandatangani berdua bersama 2 saksi.
what-unrecorded-marriage = F-1.05 itu surat pernyataan bahwa perkawinan atau perceraian belum tercatat. Ditandatangani berdua.
what-change-statement = F-1.06 itu surat pernyataan perubahan data di KK. Kami isi dari jawaban Anda; Anda tinggal menandatangani.
what-no-papers = F-1.04 itu surat pernyataan tidak punya dokumen kependudukan. Kami isi; Anda tinggal menandatangani.
what-form = Formulir itu kami isi dari jawaban Anda. Yang perlu tanda tangan kami kirim atau siapkan; tidak perlu dibeli.
what-statement = Surat pernyataan menggantikan surat yang tidak ada. Kami isi; Anda tinggal menandatangani, bila diminta bersama 2 saksi.
what-moving-letter = Surat pindah (SKPWNI) dibuat Disdukcapil daerah asal, dan dibawa ke Disdukcapil daerah tujuan.
what-birth-letter = Surat lahir dibuat RS, puskesmas, bidan, atau dokter yang menolong kelahiran; isinya kapan, di mana, dan siapa ibunya.
what-death-letter = Surat kematian dibuat RS atau dokter; bila meninggal di rumah, kelurahan atau desa.
what-police-letter = Surat hilang itu laporan kehilangan dari kantor polisi. Dibuat di kantor polisi terdekat.
what-marriage-book = Buku nikah dari KUA untuk Muslim; akta perkawinan dari Disdukcapil untuk agama lain.
what-ikd = IKD itu KTP digital di HP, diaktifkan di depan petugas. Pelengkap saja: KTP-el tetap berlaku, tanpa HP pintar pun tidak apa-apa.
what-suket = Suket itu surat pengganti KTP-el, untuk yang sudah rekam tetapi kartunya belum dicetak.
what-kia = KIA itu kartu identitas anak di bawah 17 tahun.
what-nik = NIK itu nomor induk kependudukan, 16 angka. Ada di KTP, KK, dan kartu BPJS.
what-copy = Salinan itu isi yang tersimpan atau suratnya, disalin untuk Anda; aslinya tetap.
what-witness = Saksi itu dua orang dewasa yang tahu kejadiannya. Mereka menandatangani surat pernyataan; fotonya yang dikirim ke sini.
what-collection-code = Kode ambil itu PIN untuk membuka PDF Anda. Diketik di halamannya, jangan diberikan ke siapa pun.
what-tracking = Resi itu nomor kiriman Pos. Kami kirim di sini setelah kartunya diserahkan ke Pos.
what-signature = TTE itu tanda tangan elektronik kepala dinas. PDF dengan QR itu sah, dicetak sendiri di HVS A4.
what-enrolment = Rekam itu pengambilan foto, sidik jari, dan iris mata untuk KTP-el. Harus datang sendiri, GRATIS.
what-biodata = Biodata itu data diri di sistem Dukcapil. Dari situ NIK diberikan.
helper-known = Urusan warga bisa diajukan dari sini. Yang bukan satu KK: dengan surat kuasa F-1.07.
told-unwed = Nikah siri belum bisa dibuatkan akta. Muslim: catatkan di KUA, buku nikahnya jadi bukti. Agama lain: di Dukcapil. Di KK bisa ditulis kawin belum tercatat (surat F-1.05). Akta anak tetap bisa (surat F-2.04).
told-wedding = Pernikahan Muslim dicatat KUA; buku nikahnya sudah bukti, tanpa akta dari Dukcapil. Agama lain: akta perkawinan dari Dukcapil.
told-validity = KTP-el berlaku seumur hidup, walau di kartunya tertulis tahun; cukup dipakai terus. KIA berlaku sampai usia 5 tahun, lalu sampai sebelum 17.
told-self-print = KK dan akta dicetak sendiri dari PDF, di HVS A4 putih 80 gram; sah. KTP-el dan KIA hanya dicetak kantor.
told-portrait = Foto KTP-el diambil di tempat perekaman, tanpa pas foto. Pas foto hanya untuk KIA usia 5 tahun ke atas (2x3) dan akta perkawinan (4x6).
told-collect = KTP-el hanya diserahkan kepada pemiliknya, KIA kepada orang tua atau walinya.
told-elsewhere = KTP-el hilang atau rusak tanpa ubah data, perekaman, dan IKD bisa di kantor mana saja. Lainnya di Disdukcapil sesuai KK; lewat chat bisa dari mana saja.
noted-first = Kami catat.
agreed = Baik.
sent-already = Sudah terkirim, tidak perlu dikirim lagi.
told-paper = { $must ->
    [yes] Ya, perlu yang asli: { $paper }.
   *[no] Di permohonan ini tidak perlu { $paper }.
    }
told-rest = Masih kami perlukan: { $lacks }.
told-police = Surat hilang dibuat di kantor polisi terdekat, polsek pun cukup. Gratis; dimintai uang pun jangan bayar. Belum sempat? Ketik NANTI saat fotonya diminta.
    .sms = Surat hilang dibuat di kantor polisi terdekat, polsek pun cukup. Gratis.
told-original = Yang difoto surat aslinya, bukan fotokopi. Hanya ada fotokopinya? Kirim apa adanya, petugas yang memutuskan.
guardian-asks = Wali atau pengasuhnya yang mengajukan dan menandatangani; surat kuasa orang tua tidak perlu.
told-why-data = Isian dan foto dipakai untuk menemukan data Anda dan mengisi formulir permohonan (UU Adminduk). Dihapus { $days } hari setelah selesai.
    .sms = Isian dipakai utk menemukan data Anda dan mengisi formulir (UU Adminduk), dihapus { $days } hari setelah selesai.
told-safe = Isian dan foto disimpan tersandi, hanya dibuka petugas, dan dihapus { $days } hari setelah selesai. WhatsApp memakai server luar negeri. Yang tersimpan dari nomor ini: ketik DATA SAYA.
    .web = Isian dan foto langsung ke server kantor, disimpan tersandi, hanya dibuka petugas, dan dihapus { $days } hari setelah selesai. Yang tersimpan dari nomor ini: ketik DATA SAYA.
    .sms = Isian dan foto disimpan tersandi, hanya dibuka petugas, dihapus { $days } hari setelah selesai. Cek: balas DATA SAYA.
told-genuine = Ini Loket { $office }. Kami tidak pernah meminta OTP, PIN IKD, atau uang, dan link kami berakhiran .go.id.{ $known ->
    [yes] {" "}Ragu? Tanyakan langsung di { $address }.
   *[no] {" "}Ragu? Tanyakan langsung di kantornya.
    }
    .sms = Ini Loket { $office }. Kami tidak pernah meminta OTP, PIN IKD, atau uang. Ragu? Tanyakan di kantornya.
told-phone = Petugas dihubungi lewat nomor ini: ketik PETUGAS.{ $known ->
    [yes] {" "}{ $office }: { $address }, buka { $hours }.
   *[no] {""}
    }
    .sms = Petugas dihubungi lewat nomor ini: balas PETUGAS.
told-age = KTP-el dan pisah KK mulai usia 17 tahun, atau sudah pernah kawin. Di bawahnya memakai KIA: ketik KIA. Akta lahir dan KK: semua usia.
told-age-soon = Perekaman KTP-el dibuka begitu usianya genap 17 tahun, atau sudah pernah kawin. Sampai hari itu memakai KIA. Setelah genap 17, ketik REKAM.
told-late = Terlambat lapor tetap dilayani, tanpa sidang pengadilan.{ $days ->
    [none] {""}
   *[other] {" "}Batasnya { $days } hari.
    } Denda, bila ada, menurut perda.
told-papers = { $papers ->
    [none] { $service }: suratnya menurut keadaan.
   *[other] { $service }. Surat asli: { $papers }.
    }{ $perhaps ->
    [none] {""}
   *[other] {" "}Bila perlu: { $perhaps }.
    }
    .sms = { $papers ->
    [none] { $service }: suratnya menurut jawaban Anda.
   *[other] { $service }. Surat asli: { $papers }.{ $perhaps ->
        [none] {""}
       *[other] {" "}Surat lain menurut jawaban Anda.
        }
    }{ $format ->
    [none] {""}
   *[other] {" "}Format: { $format }.
    }
told-papers-group = { $group }, surat asli yang pasti perlu:{ $lines }
    .sms = { $group }: ketik SYARAT dan layanannya. Contoh: SYARAT KK HILANG.
papers-vary = menurut keadaan
told-no-papers = { $service }: tidak perlu surat, cukup menjawab beberapa pertanyaan.
told-format = Format { $service }: { $format }.
told-format-family = Kode: { $codes }. Format: KODE#{ $fields }.
told-formats = Ketik FORMAT dan layanannya. Contoh: FORMAT KTP HILANG.
if-under = di bawah { $n } tahun
if-from = usia { $n } tahun ke atas
if-over_days = lebih dari { $n } hari

## Answers

example-nik = Cukup angkanya, contoh: 6471044506900000. Ada juga di KK dan kartu BPJS.
example-kk_number = Cukup angkanya, contoh: 6471041203150000. Ada di bagian atas KK.
example-name = Contoh: Rina Contoh, seperti tertulis di KTP atau akta.
example-village = Cukup namanya, contoh: Karang Rejo. Ada di KTP, di bawah alamat.
example-birth_date = Hari, bulan, lalu tahun, contoh: 05-06-1990.
example-date = Hari, bulan, lalu tahun, contoh: 25-11-2026.
example-place = Nama kota atau kabupaten saja, contoh: Samarinda.
example-number = Satu angka saja, contoh: 3.
example-street = Contoh: Jl. Contoh 1, RT 002/RW 003.
example-photo = Kirim fotonya dari kamera atau galeri HP.
example-option = Balas dengan salah satu katanya, contoh: { $option }.
    .sms = Balas dengan angkanya, contoh: 1 utk { $option }.
example-other = Singkat saja. Bila ragu, ketik PETUGAS.
not-this-request = Bukan permohonan ini? Ketik MENU untuk yang lain, atau PETUGAS.
choose-one = Pilih salah satu.
text-expected = Mohon ditulis dengan kata-kata.
text-long = Tulisannya { $n } huruf, terlalu panjang. Mohon diringkas.
option-same = Sudah sama
    .says = sama, sudah, ya, iya, benar, betul
option-retype = Ketik ulang
    .says = ulang, bukan, tidak
forgotten = Tidak apa-apa, petugas mencarinya.
forgotten-nik = NIK ada di KTP, KK, dan kartu BPJS. Tidak ada semua? Ketik PETUGAS.
forgotten-kk = Nomor KK ada di bagian atas KK. Tidak ada? Ketik PETUGAS.
forgotten-village = Kelurahan ada di KK dan KTP, di bawah alamat. Tidak ada? Ketik PETUGAS.
forgotten-date = Cari dulu di KTP, KK, akta, atau suratnya; isian Anda kami simpan. Tidak ada? Ketik PETUGAS.
forgotten-name = Nama lengkap ada di KTP, KK, atau akta. Tidak ada semua? Ketik PETUGAS.
forgotten-other = Ini perlu untuk permohonan. Tanya keluarga dulu; isian Anda kami simpan. Atau ketik PETUGAS.
ask-together = Tulis dlm 1 pesan, pisah dgn koma: { $asked }.
several-read = Kami baca: { $rows }.
nik-length = NIK ada 16 angka; yang kami terima { $n }.
nik-missing = NIK ada 16 angka, tanpa huruf.
nik-several = Ada lebih dari satu nomor di pesan ini. Tulis NIK saja.
nik-same = Angka ini sama dengan nomor KK. NIK ada di KTP.
nik-taken = NIK itu sudah ditulis untuk orang lain di permohonan ini.
nik-same-on-kk = Angka ini nomor KK. NIK ada di KK, di samping nama.
nik-odd-on-kk = Tanggal di NIK ini tidak biasa. Sudah sama dengan KK?
nik-of-child = Pemilik NIK ini lahir { $born }, masih anak. Sudah benar NIK orang dewasanya?
nik-odd = Tanggal di NIK ini tidak biasa. Sudah sama dengan KTP?
kk-length = Nomor KK ada 16 angka; yang kami terima { $n }.
kk-missing = Nomor KK ada 16 angka.
kk-several = Ada lebih dari satu nomor di pesan ini. Tulis nomor KK saja.
kk-same = Angka ini sama dengan NIK. Nomor KK ada di bagian atas KK.
kk-odd = Tanggal di nomor KK ini tidak biasa. Sudah sama dengan KK?
kk-is-nik = Angka ini NIK. Nomor KK ada di bagian atas KK.
number-read = Huruf di nomor itu kami baca sebagai angka: { $number }. Sudah sama?
name-expected = Tulis nama lengkap orangnya, tanpa kata lain.
name-unclear = Tulis nama lengkap dengan huruf, tanpa angka.
town-sure = Ini kota atau kabupaten di KK: { $name }?
name-sure = Ini nama orangnya: { $name }?
option-is-name = Ya, itu namanya
    .says = ya, iya, y, benar, betul, sudah
name-two = Ini nama satu orang: { $name }? Bila dua orang, tulis satu nama dulu.
name-long = Nama paling panjang 60 huruf; yang kami terima { $n }.
village-found = { $place }.
village-several = Ada { $n } { $name }. Kecamatan mana?
village-in-district = Di Kecamatan { $district }, kelurahan mana?
village-none = { $name } belum ketemu. Kecamatannya apa?
village-spell = Tulis nama kelurahan atau desanya.
village-outside = KK Anda di { $town }; urusan ini di Disdukcapil { $town }. KTP hilang/rusak tanpa ubah data bisa di kantor lain.
    .sms = KK Anda di { $town }; urusan ini di Disdukcapil { $town }.
option-moved = Saya sudah pindah
    .says = sudah pindah, pindah
moved-here = Kalau sudah pindah ke sini, urus pindah datang dulu: ketik PINDAH DATANG. KK dan KTP-el ikut diganti.
option-elsewhere = Bukan di sini
    .says = bukan, lain, tidak ada
date-missing = Tulis tanggalnya, dengan tahun.
date-impossible = Tanggal itu tidak ada di kalender.
date-no-year = Tahunnya belum ada.
date-year = Maksudnya { $date }? Bila tahunnya lain, tulis tahunnya.
option-that-day = Ya, tanggal itu
    .says = ya, iya, y, benar, betul, tahun ini
date-day = Tanggal berapa di bulan itu? Balas angkanya.
date-several = Ada lebih dari satu tanggal. Tulis satu saja.
date-future = Tanggal itu belum lewat.
place-unclear = Tulis nama tempatnya, contoh: Balikpapan.
place-is-site = Cukup nama kota atau kabupatennya, contoh: Balikpapan.
number-unclear = Balas dengan angka, contoh: 2.
phone-unclear = Tulis nomor HP, contoh: 0812 0000 0012.
looked-up-by-officer = dicari petugas

## Questions

ask-office = Untuk KK kabupaten atau kota mana?
office-unclear = Nama kabupaten atau kota itu belum kami layani lewat nomor ini. Pilih yang sesuai KK Anda.

## Papers

papers-needed = { $remark ->
    [none] {""}
   *[other] { $remark }{" "}
    }Nanti kami perlu { $n } surat asli: { $papers }.
ask-paper-first = Sekarang foto { $paper }. Belum punya? Ketik NANTI.{ $page ->
    [yes] {" "}Lewat halaman web: ketik HALAMAN.
   *[no] {""}
    }
ask-paper-next = Lalu foto { $paper }.
ask-paper-last = Terakhir, foto { $paper }.
ask-paper-form = { $sent ->
    [yes] Formulir { $form } sudah kami kirim; ketik FORMULIR bila perlu lagi.
   *[no] Formulir { $form } sudah kami isi.
    } Cetak, { $signing }, lalu foto. Tidak bisa cetak? Ketik BAWA: formulir siap di kantor.
form-filled = Ini formulir { $form }, sudah kami isi. Cetak dan { $signing }.
form-at-office = Formulir { $forms } sudah kami isi, siap ditandatangani di { $office }.{ $known ->
    [yes] {" "}{ $address }, buka { $hours }.
   *[no] {""}
    }
    .sms = Formulir { $forms } sudah diisi, siap di { $office }.{ $known ->
    [yes] {" "}Buka { $hours }.
   *[no] {""}
    }
form-none = Belum ada formulir yang perlu ditandatangani.
sign-F-1-04 = tanda tangani
sign-F-1-05 = tanda tangani berdua
sign-F-1-06 = tanda tangani
sign-F-1-07 = tanda tangani di atas meterai
sign-F-2-03 = tanda tangani bersama 2 saksi
sign-F-2-04 = tanda tangani berdua bersama 2 saksi
ask-papers-page = Surat asli: { $papers }. Foto lewat { $link } (sekali pakai) atau ketik BAWA untuk dibawa ke kantor.
    .sms = Surat asli: { $papers }. Foto lewat { $link } { $forms ->
    [none] (sekali pakai) atau balas BAWA utk dibawa ke kantor.
   *[other] atau balas BAWA; formulir siap di kantor.
    }
papers-by-page = Foto tidak bisa lewat chat ini.
upload-page = Kirim lewat { $link } (sekali pakai). Setelah selesai, kita lanjut di sini.
way-comes = { $way ->
    [page] Alamat halaman untuk foto kami kirim saat suratnya diminta.
   *[bring] Dicatat, suratnya dibawa ke kantor.
    }
page-finished = Surat dari halaman sudah kami terima.
papers-to-bring = Dicatat: { $papers } dibawa ke { $known ->
    [yes] { $office }, { $address }. Buka { $hours }.
   *[no] kantor.
    }
    .sms = {""}
paper-taken = Foto { $paper } diterima.
paper-read = { $paper } terbaca{ $number ->
    [nik] , NIK sama.
    [kk_number] , nomor KK sama.
   *[none] .
    }
paper-read-dated = { $paper } terbaca, tanggal { $date }.
paper-unseen = Di foto ini belum terlihat tulisan { $words }. Apakah ini { $paper }?
paper-differs = Nomor di foto { $paper } belum sama dengan isian Anda{ $photo ->
    [none] .
   *[other] : di foto { $photo }, isian Anda { $given }.
    } Fotonya sudah benar?
number-on-photo = { $label } di foto { $paper }: { $number }. Benar?
option-number-right = Benar
    .says = ya, iya, y, ok, oke, betul, sudah benar, ini sudah benar, sama, sudah, pakai itu
option-number-typed = Ketik sendiri
    .says = bukan, salah, tidak, beda, lain, belum, bukan itu
paper-other-loss = Surat ini melaporkan kehilangan { $lost }. Kami perlu laporan kehilangan { $wanted }. Suratnya sudah benar?
papers-kept = { $papers } terbaca, kami simpan dulu.
papers-kept-unread = Foto { $papers } kami simpan dulu.
papers-again = Foto { $papers } kami ganti dengan yang terbaru.
papers-offered = Foto { $papers } dari permohonan { $number } masih ada. Pakai lagi?
number-not-needed = Tidak apa-apa, permohonan dari nomor ini kami temukan tanpa nomornya: ketik STATUS. Mengajukan di kantor atau dari nomor lain? Ketik PETUGAS.
    .sms = Tidak apa-apa: balas STATUS. Lewat kantor atau nomor lain? Balas PETUGAS.
told-before = Untuk { $name } seperti di { $number }? Kami pakai lagi: { $told }.
    .sms = Utk { $name } spt { $number }? Dipakai lagi: { $told }.
option-told-before = Ya, pakai lagi
    .says = ya, iya, y, ok, oke, boleh, pakai lagi, sama, masih sama, yang sama, seperti tadi, yang tadi, betul, benar
option-another-person = Orang lain
    .says = tidak, bukan, bukan itu, lain, yang lain, beda, anak lain
told-of-family = Masih sama dengan { $number }: { $told }?
    .sms = Masih sama dgn { $number }: { $told }?
told-parent-nik = NIK orang tua
option-another-family = Berbeda
    .says = tidak, bukan, lain, beda, tidak sama, keluarga lain, kk lain, orang lain
row-as-before = { $label }: seperti di { $number }
    .sms = { $label } spt { $number }
papers-used-again = { $papers } dipakai lagi.
papers-called = Baik, fotonya: { $papers }.
photo-which = Di antara foto tadi, yang mana { $paper }?
option-photo-1 = Foto ke-1
    .says = ke 1, pertama, yang pertama, kesatu, yang ke 1, foto pertama, 1
option-photo-2 = Foto ke-2
    .says = ke 2, kedua, yang kedua, yang ke 2, foto kedua, 2
option-photo-3 = Foto ke-3
    .says = ke 3, ketiga, yang ketiga, yang ke 3, foto ketiga, 3
option-photo-4 = Foto ke-4
    .says = ke 4, keempat, yang keempat, yang ke 4, foto keempat, 4
option-photo-5 = Foto ke-5
    .says = ke 5, kelima, yang kelima, yang ke 5, foto kelima, 5
option-none-of-these = Tidak ada
    .says = bukan, tidak, bukan semua, bukan semuanya
photo-for-this = { $place ->
    [0] Foto tadi untuk { $paper }?
   *[other] Foto tadi, yang ke-{ $place }, untuk { $paper }?
    }
paper-lacking = { $where ->
    [none] {""}
   *[other] { $where }{" "}
    }Isian dan foto kami simpan bila Anda ketik NANTI. Tidak bisa didapat? Ketik PETUGAS.
photo-expected = Kami menunggu fotonya.
photo-coming = Fotonya sedang kami baca, mohon tunggu sebentar.
photo-came-of-others = Sudah kami terima: { $papers }. Yang ini belum sampai.
photo-not-come = Fotonya belum sampai di kami.
photo-blurred = Fotonya buram. Letakkan di tempat terang, lalu foto lagi.
photo-unread = Tulisannya belum terbaca. Foto lagi dari dekat, di tempat terang.
photo-glare = Ada pantulan cahaya. Matikan lampu kilat, lalu foto lagi.
photo-dark = Fotonya gelap. Coba dekat jendela, lalu foto lagi.
photo-cut = Tepi surat terpotong. Mundur sampai semua sudut terlihat, lalu foto lagi.
photo-small = Fotonya terlalu kecil, tulisannya belum terbaca. Foto lagi dari dekat.
photo-kept = Fotonya kami simpan dulu.
photo-waits = Fotonya sudah sampai, tetapi belum bisa kami simpan karena gangguan di pihak kami. Tidak perlu kirim ulang; kami baca sendiri begitu pulih.
    .sms = Foto sudah sampai, tetapi belum bisa kami simpan karena gangguan kami. Tidak perlu kirim ulang.
send-photo-now = Silakan kirim foto { $paper }.
option-as-it-is = Kirim apa adanya
option-another-photo = Kirim foto lagi
    .says = foto lagi, lagi, salah kirim, salah foto, keliru
option-this-is-right = Ini sudah benar
    .says = sudah benar, benar, ya, iya, betul, sudah
option-change-nik = Ubah NIK
    .says = ubah, ganti nik
option-use-again = Pakai
    .says = ya, iya, y, ok, oke, boleh, pakai lagi, yang lama, pakai yang lama
option-send-new = Kirim baru
    .says = baru, tidak, foto baru, yang baru, kirim foto baru
option-for-this = Ya, untuk ini
    .says = ya, iya, y, benar, betul, ok, oke
option-not-for-this = Bukan
    .says = tidak, bukan ini, salah kirim, salah foto, keliru
upload-not-photo-or-pdf = Kami hanya menerima foto atau PDF.
upload-locked-pdf = PDF ini terkunci. Kirim tanpa sandi, atau foto suratnya.
upload-too-large = Berkas melebihi 16 MB. Kirim foto biasa.
upload-gone = Berkasnya tidak sampai ke kami. Mohon kirim sekali lagi.
voice-note = Pesan suara hanya bisa didengar petugas.
option-i-write = Saya tulis saja
oddity-location = Lokasi disimpan sebagai patokan.
location-unneeded = Lokasi belum diperlukan di sini.
oddity-contact = Kami hanya menerima foto atau PDF.
oddity-empty = Pesannya kosong.
oddity-long = Pesannya terlalu panjang untuk dibaca di sini. Tulis jawabannya saja.
oddity-mms = MMS tidak bisa kami terima. Tulis dengan huruf; foto lewat WhatsApp atau tautan yang kami kirim.

## Summary

summary = Sebelum dikirim:
    { $service }
    { $rows }
    Sudah benar?
    .sms = Periksa: { $service }, { $rows }.
send-now = Kirim sekarang?
changed = Diubah: { $value }
change-later = { $label }: kami tanyakan sesudah ini.
change-how = Ketik UBAH dan namanya, contoh: UBAH NIK.
change-which = Mana yang diubah?
summary-unclear = Belum jelas mana yang diubah.
option-send = Kirim
    .says = ya, iya, y, ok, oke, benar, sudah benar, betul, sudah, lanjut, sip
option-change = Ubah
    .says = ganti, perbaiki, salah
option-cancel = Batal
row-other = { $label }: { $value }
    .sms = { $value }
row-number = { $label }: { $value }
    .sms = { $label } { $value }
row-office = Kantor: { $value }
    .sms = { $value }
row-papers = Surat: { $value }
    .sms = surat dikirim
row-papers-brought = Surat: { $value }, dibawa ke kantor
    .sms = surat dibawa
label-office = Kantor
label-method = Pos atau ambil
label-street = Jalan
    .says = alamat, nomor rumah
label-landmark = Patokan
label-phone = Nomor HP
    .says = no hp, hp, nomor wa, telepon

## The case

case-opened = Permohonan { $service } diterima. Nomor: { $number }. { $later ->
        [none] {""}
       *[other] Kuota hari ini sudah penuh, jadi diperiksa mulai { $later }.{" "}
    }Antrean ke-{ $place }, selesai paling lambat { $promised }.
    { $quiet ->
        [yes] Cek dengan STATUS; chat lagi tidak mengubah antrean.
       *[no] Kami kabari sendiri; chat lagi tidak mengubah antrean.
    } GRATIS. Ada yang minta uang? Ketik PUNGLI.
    .sms = Diterima, No. { $number }. { $later ->
        [none] {""}
       *[other] Kuota hari ini penuh, diperiksa mulai { $later }.{" "}
    }Antrean ke-{ $place }, selesai paling lambat { $promised }. Cek: balas STATUS. GRATIS. Ada yg minta uang? Balas PUNGLI.
case-listed = Permohonan { $service } diterima. Nomor: { $number }. Anda ada di daftar pemegang suket: KTP-el langsung masuk antrean cetak. Setelah dicetak kami tanya: dikirim Pos atau diambil. Suket ditukar saat kartu diterima. GRATIS. Ada yang minta uang? Ketik PUNGLI.
    .sms = Diterima, No. { $number }. Anda ada di daftar suket: KTP-el langsung dicetak. Nanti kami tanya: dikirim Pos atau diambil. Suket ditukar saat itu. GRATIS. Ada yg minta uang? Balas PUNGLI.
case-opened-bring = Permohonan { $service } diterima. Nomor: { $number }. Bawa surat asli ke { $address } paling lambat { $bring_by }. Buka { $hours }. Waktu pengerjaan dihitung setelah surat lengkap.
    { $quiet ->
        [yes] Cek dengan STATUS; chat lagi tidak mengubah antrean.
       *[no] Kami kabari sendiri; chat lagi tidak mengubah antrean.
    } GRATIS. Ada yang minta uang? Ketik PUNGLI.
    .sms = Diterima, No. { $number }. Bawa surat asli ke { $address } paling lambat { $bring_by }. Cek: balas STATUS. Buka { $hours }. Selesai { $days } hari kerja setelah surat lengkap. GRATIS. Ada yg minta uang? Balas PUNGLI.
status-pin = Cek tanpa kode SMS di { $link } dengan PIN { $pin }. Siapa yang punya PIN ini bisa melihat statusnya.
many-families = Dari nomor ini sudah { $n } keluarga dalam 30 hari; petugas ikut melihat. Permohonan tetap diproses, GRATIS. Anda RT, petugas desa, bidan, atau sekolah? Minta didaftarkan sebagai pendamping.
    .sms = Dari nomor ini sudah { $n } keluarga dlm 30 hari, jadi petugas ikut melihat. Permohonan tetap diproses, GRATIS. RT, desa, bidan, sekolah: minta didaftarkan sbg pendamping.
paper-refused = Petugas sudah memeriksa { $number }. { $others ->
    [0] Satu surat perlu diganti: { $paper }. Sebabnya: { $reason }. { $rest ->
        [accepted] Surat lain sudah diterima, antrean tetap.
        [sent] Surat lain masih diperiksa, antrean tetap.
       *[none] Antrean tetap.
        }
   *[other] Ini perlu diganti: { $paper }. Sebabnya: { $reason }. Antrean tetap.
    }
paper-refused-page = Petugas sudah memeriksa { $number }. { $others ->
    [0] Satu surat perlu diganti
   *[other] Ini perlu diganti
    }: { $paper }. Sebabnya: { $reason }. Kirim lewat { $link } (sekali pakai) atau ketik BAWA.
    .sms = { $number }: { $paper } perlu diganti. Sebabnya: { $reason }. Kirim lewat { $link } (sekali pakai) atau balas BAWA. Antrean tetap.
asked-again = Petugas sudah memeriksa { $number }. Ini perlu diperbaiki: { $what }. { $rest ->
    [accepted] Surat lain sudah diterima, antrean tetap.
    [sent] Yang lain masih diperiksa, antrean tetap.
   *[none] Antrean tetap.
    }
    .sms = { $number } perlu diperbaiki: { $what }. Antrean tetap.
asked-again-one = { $what } ({ $reason })
again-sent = Perbaikan { $number } diteruskan ke petugas. Antrean tetap ke-{ $place }.
answer-corrected = Petugas membetulkan isian { $number }: { $what }. { $consent ->
    [counter] Ini sesuai persetujuan Anda di loket.
    [call] Ini sesuai persetujuan Anda lewat telepon.
   *[chat] Ini sesuai persetujuan Anda di chat ini.
    } Tidak merasa setuju? Ketik PETUGAS.
    .sms = { $number } dibetulkan petugas: { $what }. Tidak merasa setuju? Balas PETUGAS.
answer-corrected-one = { $label } dari { $before } menjadi { $after }
answer-as-before = Isian { $number } petugas kembalikan seperti yang Anda kirim. Tidak ada yang berubah.
correction-sent = Foto { $paper } diteruskan ke petugas. Antrean tetap ke-{ $place }.
correction-read = { $paper } terbaca, diteruskan ke petugas. Antrean tetap ke-{ $place }.
correction-to-bring = Dicatat: { $paper } untuk { $number } dibawa ke { $address }. Buka { $hours }.
case-refused = { $service } { $number } tidak disetujui petugas. Sebabnya: { $reason }. Ketik PETUGAS untuk bertanya.
case-held = { $service } { $number } menunggu pusat/blangko. { $reason ->
    [none] {""}
   *[other] Sebabnya: { $reason }.{" "}
    }Anda cukup menunggu, antrean tetap.
case-resumed = { $service } { $number } dilanjutkan petugas. Antrean ke-{ $place }, selesai paling lambat { $promised }.
case-approved = { $service } { $number } disetujui petugas. { $next ->
    [waiting_prr] Kartunya menunggu data dari pusat.
    [to_print] Kartunya menunggu cetak.
    [awaiting_signature] Dokumennya menunggu tanda tangan.
    [to_sign_by_hand] Dokumennya menunggu tanda tangan.
   *[other] Dokumennya sedang dikerjakan.
    } Kami kabari bila sudah ada.
papers-complete = Surat untuk { $service } { $number } sudah lengkap. Antrean ke-{ $place }, selesai paling lambat { $promised }.
promise-moved = Maaf, { $service } { $number } belum selesai sesuai janji. Sebabnya: { $awaited ->
    [queue] antrean sedang panjang.
    [awaiting_signature] menunggu tanda tangan.
    [to_sign_by_hand] menunggu tanda tangan.
    [signed] menunggu tanda tangan.
    [waiting_prr] menunggu data dari pusat.
    [to_print] menunggu cetak.
    [printed] menunggu cetak.
   *[other] dokumennya masih dikerjakan.
    } Janji baru: { $promised }. Tidak perlu kirim ulang.
case-done = { $service } { $number } sudah dikerjakan petugas. Belum berhasil di tempat itu? Ketik PETUGAS.
case-withdrawn = { $service } { $number } dibatalkan. Sebabnya: { $reason }.

## Tanpa telepon: surat, atau nomor kerabat

desk-paper = { $service } { $number } sudah diperiksa. Ini perlu diganti: { $paper }. Sebabnya: { $reason }. Bawa ke { $office }, { $address }; antrean tetap.
    .sms = { $service } { $number }: { $paper } perlu diganti. Sebabnya: { $reason }. Bawa ke { $office }, antrean tetap.
desk-asked = { $service } { $number } sudah diperiksa. Ini perlu diperbaiki: { $what }. Datang ke { $office }, { $address }; antrean tetap.
    .sms = { $service } { $number }: perlu diperbaiki: { $what }. Datang ke { $office }, antrean tetap.
desk-issued = { $document } { $number } sudah terbit. Pemohon mengambilnya sendiri di { $office }, { $address }, dengan KTP-el. Buka { $hours }. GRATIS.
    .sms = { $document } { $number } sudah terbit. Pemohon mengambilnya sendiri di { $office } dgn KTP-el. GRATIS.
desk-printed = { $document } { $number } sudah dicetak. Pemiliknya mengambil sendiri di { $office }, { $address }. Buka { $hours }. GRATIS.
    .sms = { $document } { $number } sudah dicetak. Pemiliknya mengambil sendiri di { $office }. GRATIS.
desk-for-relative = Kabar untuk kerabat Anda, harap disampaikan. { $text }
desk-relative = Di { $office }, nomor ini dicatat untuk kabar { $service } { $number } atas nama { $who }. Dokumen hanya diserahkan kepada pemohon. GRATIS: ada yang minta uang? Ketik PUNGLI. Bukan kerabat Anda? Ketik BERHENTI.
    .sms = { $office }: nomor ini dicatat utk kabar { $service } { $number } a.n. { $who }. Dokumen hanya utk pemohon. GRATIS. Ada yg minta uang? Balas PUNGLI. Bukan kerabat? Balas BERHENTI.
form-received = Formulir Anda di { $office } diterima: { $service }, nomor { $number }. { $bring ->
        [yes] Bawa { $papers } asli ke { $address }. Buka { $hours }. Waktu pengerjaan dihitung setelah surat lengkap.
       *[no] Kami periksa, lalu kami kabari sendiri.
    } GRATIS: ada yang minta uang? Ketik PUNGLI. Bukan Anda yang mengisi? Ketik BERHENTI.
    .sms = { $office }: formulir diterima, { $service } { $number }. { $bring ->
        [yes] Bawa { $papers } asli ke kantor, { $hours }.
       *[no] Kami periksa, lalu kami kabari.
    } GRATIS. Ada yg minta uang? Balas PUNGLI. Bukan Anda yg mengisi? Balas BERHENTI.

## Status

status-not-here = { $number } tidak ada di nomor HP ini. Mengajukan di kantor atau dari nomor lain? Ketik PETUGAS.
status-none = Belum ada permohonan dari nomor ini. Mengajukan di kantor atau dari nomor lain? Ketik PETUGAS. Mulai baru: ketik MENU.
    .sms = Belum ada permohonan dari nomor ini. Lewat kantor atau nomor lain? Balas PETUGAS.
status-unsent = Permohonan { $service } belum dikirim: { $lacks ->
    [photos] kurang { $n } foto.
    [answers] isiannya belum lengkap.
   *[nothing] tinggal ketik KIRIM.
    } Setelah dikirim, selesai paling lama { $days } hari kerja.
status-next = Menyusul: { $services }.
status-which = Ada { $n } permohonan. Mana yang dilihat?
status-queued = { $service }, { $number }: { $state }, antrean ke-{ $place }. { $by ->
    [yes] Perkiraan selesai { $promised }. Anda cukup menunggu.
   *[no] Waktu pengerjaan dihitung setelah surat lengkap.
    }
status-told = { $service }, { $number }: { $state }.{ $by ->
    [yes] {" "}Perkiraan selesai { $promised }.
   *[no] {""}
    }
status-posted = { $service }, { $number }: { $state }. Nomor resi: { $tracking }.
status-ended = { $service }, { $number }: { $state }. { $reason ->
    [none] {""}
   *[other] Sebabnya: { $reason }.
    }
status-to-bring = { $service }, { $number }: menunggu Anda: bawa { $papers } ke kantor. Waktu pengerjaan dihitung setelah surat lengkap.
status-to-send = { $service }, { $number }: menunggu Anda: foto { $papers }.
status-to-answer = { $service }, { $number }: menunggu Anda: { $what }.
status-to-choose = { $service }, { $number }: menunggu Anda: pilih Pos atau ambil.
status-held = { $service }, { $number }: menunggu pusat/blangko. { $reason ->
    [none] {""}
   *[other] Sebabnya: { $reason }.{" "}
    }Anda cukup menunggu.
status-to-print = { $service }, { $number }: menunggu cetak, urutan ke-{ $place }. { $by ->
    [yes] Perkiraan selesai { $promised }.{" "}
   *[no] {""}
    }Anda cukup menunggu.
state-submitted = menunggu diperiksa
state-in_review = sedang diperiksa
state-needs_correction = menunggu Anda
state-on_hold = menunggu pusat/blangko
state-approved = disetujui
state-closed = selesai
state-refused = tidak disetujui
state-withdrawn = dibatalkan
state-in_siak = disetujui, sedang dikerjakan
state-awaiting_signature = menunggu tanda tangan
state-to_sign_by_hand = menunggu tanda tangan
state-signed = sudah terbit
state-issued = sudah terbit
state-superseded = sudah diganti yang baru
state-revoked = dicabut
state-waiting_prr = menunggu pusat/blangko
state-to_print = menunggu cetak
state-printed = sudah dicetak
state-choosing_handover = pilih Pos atau ambil
state-to_post = disiapkan untuk Pos
state-posted = dikirim Pos
courier-to_post = disiapkan untuk { $carrier }
courier-posted = dibawa { $carrier }
state-delivered = sudah diterima
state-returned = kembali ke kantor
state-ready_for_pickup = siap diambil
state-collected = sudah diambil

## The document

document-ready = { $document } { $number } sudah terbit. Agar tidak jatuh ke orang lain: tanggal lahir { $who }? Contoh: 17 Agustus 1985.
document-ready-too = { $document } { $number } juga sudah terbit. Satu jawaban membuka semuanya: tanggal lahir { $who }?
release-ask = Tanggal lahir { $who }? Contoh: 17 Agustus 1985.
release-wrong = Tanggalnya belum cocok dengan berkas { $number }. Sisa { $left } kali. Tanggal lahir { $who }?
release-locked = Belum cocok juga, jadi petugas yang memastikan dulu. Dokumen Anda tetap aman.
release-with-officer = { $service } { $number } sudah terbit. Petugas memastikan dulu bahwa ini Anda: ketik PETUGAS, atau ambil di kantor dengan KTP.
release-at-counter = { $service } { $number } sudah terbit. Nomor ini berganti pemilik sejak permohonan dibuat, jadi ambil di kantor dengan KTP.
document-revoked = { $service } { $number } dicabut dan tidak berlaku lagi. { $reason ->
    [none] {""}
   *[other] Sebabnya: { $reason }.{" "}
    }Mohon jangan dipakai. Ketik PETUGAS untuk bertanya.
document-here = Ini { $document } { $number }. Cetak di HVS A4 putih 80 gram.
document-link = { $document } { $number } sudah terbit. Buka { $link } dengan kode ambil di pesan berikut. Cetak di HVS A4 putih 80 gram.
document-pin = Kode ambil: { $pin }. Hanya untuk Anda.
sent-by-siak = { $service } { $number } sudah terbit. Link dan PIN dikirim Dukcapil lewat SMS atau email. Cetak di HVS A4 putih 80 gram.

## The card

card-printed = { $reason ->
    [none] { $card } Anda sudah dicetak, No. { $number }. Diantar { $carrier } ({ $postage }) atau ambil sendiri (GRATIS)?
    [by_hand] { $card } Anda, No. { $number }, sudah ditandatangani basah: ada di kertas, tidak ada PDF. Diantar { $carrier } ({ $postage }) atau ambil sendiri (GRATIS)?
    [address_incomplete] { $card } { $number } kembali ke kantor: alamatnya kurang lengkap. Diantar lagi ({ $postage }) atau ambil sendiri (GRATIS)?
    [nobody_home] { $card } { $number } kembali ke kantor: tidak ada orang di rumah. Diantar lagi ({ $postage }) atau ambil sendiri (GRATIS)?
    [moved] { $card } { $number } kembali ke kantor: penerima sudah pindah. Diantar lagi ({ $postage }) atau ambil sendiri (GRATIS)?
   *[declined] { $card } { $number } kembali ke kantor. Diantar lagi ({ $postage }) atau ambil sendiri (GRATIS)?
    }
option-post = Antar lewat Pos
    .says = pos, kantor pos, antar, kirim, dikirim, diantar
option-courier = Antar kurir
    .says = kurir, antar, kirim, dikirim, diantar
option-pickup = Ambil sendiri
    .says = ambil, ambil di kantor, jemput
ask-destination = Kelurahan tujuan?
ask-street = Tulis jalan, nomor rumah, RT/RW, dan patokan. Contoh: Jl. Contoh 1, RT 002/RW 003, dekat masjid.
street-needs-rt = RT dan RW berapa? Contoh: RT 002/RW 003. Tidak ada? Ketik TIDAK ADA.
street-needs-rw = RW berapa? Tidak ada? Ketik TIDAK ADA.
street-needs-road = Nama jalan atau gang, dan nomor rumah?
ask-landmark = Patokannya? Contoh: dekat masjid. Bisa juga bagikan lokasi.
    .sms = Patokannya? Contoh: dekat masjid.
option-no-landmark = Tidak ada
    .says = tidak, tanpa patokan
shared-location = lokasi yang dibagikan
ask-phone = Nomor HP penerima, untuk kurir?
address-read-back = Kirim ke: { $name }, { $street }, RT { $rt }/RW { $rw }, { $place } { $postal_code }.{ $landmark ->
    [none] {""}
   *[other] {" "}Patokan: { $landmark }.
    } HP { $phone }.{ $postage ->
    [none] {""}
   *[other] {" "}Ongkos ke sana: { $postage }.
    } Sudah benar?
    .sms = Kirim ke: { $name }, { $street }, RT { $rt }/RW { $rw }, { $place } { $postal_code }. HP { $phone }.{ $postage ->
    [none] {""}
   *[other] {" "}Ongkos: { $postage }.
    } Benar?
option-yes-send = Ya, kirim
    .says = ya, iya, benar, betul, ok, oke, kirim, sudah benar, sudah
address-noted = Alamat dicatat. { $kind ->
    [kia] KIA hanya diserahkan kepada orang tua atau walinya.
    [card] KTP hanya diserahkan kepada pemiliknya. { $old ->
        [suket] Siapkan suket asli untuk kurir.
       *[none] Siapkan KTP lama bila ada untuk kurir.
    }
   *[paper] Hanya diserahkan kepada penerimanya.
    } { $sent ->
    [courier] Kami kabari begitu dibawa kurir.
   *[post] Nomor resi menyusul.
    }
pickup-chosen = Dicatat: diambil sendiri di { $office }, { $address }. Buka { $hours }. { $old ->
    [suket] Bawa KK dan suket asli: ditukar dengan KTP-el.
   *[none] Bawa KK.
    } GRATIS.
card-misprinted = { $card } { $number } perlu dicetak ulang: { $reason }. Anda cukup menunggu; kami kabari begitu siap.
card-posted = { $tracking ->
    [none] { $card } { $number } sedang diantar { $carrier }.
   *[other] { $card } { $number } sudah di { $carrier }. Nomor resi: { $tracking }.
    } { $pay }. Cek: ketik STATUS.
by-post = Kantor Pos
postage-door = { $fee }, dibayar ke kurir
postage-office = GRATIS
pay-door = Bayar kurir { $fee }, tidak lebih
pay-office = Ongkos sudah dibayar kantor
card-delivered = { $card } { $number } sudah diterima. Terima kasih.
card-collected =
    { $by ->
        [family] { $card } { $number } sudah diserahkan di kantor kepada anggota KK yang sama, { $who } Tidak sesuai? Ketik PETUGAS.
        [proxy] { $card } { $number } sudah diserahkan di kantor kepada penerima kuasa, { $who } Tidak sesuai? Ketik PETUGAS.
       *[owner] { $card } { $number } sudah diserahkan kepada pemiliknya di kantor. Bukan Anda yang mengambil? Ketik PETUGAS.
    }
card-ready = { $card } { $number } siap diambil di { $office }, { $address }. Buka { $hours }. GRATIS.
card-waiting = { $card } { $number } masih menunggu Anda di { $office }, { $address }. Buka { $hours }. GRATIS. Ingin diantar? Ketik PETUGAS.
post-chosen = { $card } { $number } diantar lewat { $carrier } ({ $postage }) ke alamat yang dicatat petugas. Kami kabari begitu dikirim.
address-corrected = Kiriman { $card } { $number } sudah dibetulkan petugas: diantar lewat { $carrier } ({ $postage }) ke alamat yang tercatat. Kami kabari begitu dikirim.

## How it was

rating-ask = Permohonan { $service } { $number } sudah selesai. Bagaimana layanan kami?
option-rated-good = Baik
    .says = bagus, puas, mantap
option-rated-fair = Cukup
    .says = biasa, lumayan
option-rated-poor = Kurang
    .says = buruk, jelek, tidak puas
rating-comment = Terima kasih. Ada saran untuk kami? Tulis di sini.
option-no-comment = Tidak ada
rating-noted = Terima kasih, saran Anda kami catat.
rating-thanks = Terima kasih.

## Officers

officer-later = Petugas bertugas { $hours }. Tulis keperluan Anda; dibalas { $answered }, sesuai urutan.
officer-waiting = { $ahead ->
    [0] Anda yang berikutnya, kira-kira { $minutes } menit.
   *[other] Ada { $ahead } orang di depan Anda, kira-kira { $minutes } menit.
    } Apa yang ingin ditanyakan? Ketik LANJUT untuk kembali ke Loket.
officer-in-line = { $ahead ->
    [0] Anda yang berikutnya, kira-kira { $minutes } menit.
   *[other] Ada { $ahead } orang di depan Anda, kira-kira { $minutes } menit.
    } Pesan Anda sudah ada di petugas. Permohonan: ketik STATUS. Kembali ke Loket: ketik LANJUT.
officer-still-away = Pesan Anda sudah ada di petugas, dibalas { $answered }, sesuai urutan. Sementara itu kami tetap membantu: ketik MENU.
officer-back = Ada yang lain untuk petugas? Tulis saja. Ketik LANJUT untuk kembali ke Loket.
officer-still = Anda masih dalam antrean petugas. Ketik LANJUT untuk kembali ke Loket.
officer-away = Petugas belum bertugas; pesan Anda dibalas sesuai urutan. Sementara itu kami tetap membantu: ketik MENU.
    .sms = Petugas belum bertugas; pesan Anda dibalas sesuai urutan. Layanan kami: balas MENU.
officer-keeps = Pesan Anda tetap dalam antrean petugas.
officer-given-up = Baik, petugas tidak jadi dihubungi.
option-to-loket = Tanpa petugas
    .says = lanjut, lanjutkan, tidak jadi, kembali, kembali ke loket
officer-took = Anda terhubung dengan petugas { $officer }.
officer-said = { $text }
officer-handed-on = Petugas { $officer } meneruskan percakapan ini ke rekannya. Mohon tunggu, Anda tidak perlu mengulang.
officer-enclosed = Petugas { $officer } mengirim berkas ini.
web-news = Ada kabar dari { $office } untuk permohonan Anda. Baca di { $link }
web-code = Kode Loket { $code }, untuk masuk di halaman kantor, 10 menit. Jangan beri siapa pun; petugas tidak pernah memintanya.
officer-texted = Petugas { $officer }: { $text } Balas lewat WhatsApp.
officer-closed = Percakapan dengan { $officer } selesai.
officer-quiet = Percakapan dengan { $officer } kami tutup karena lama tidak ada pesan. Ketik PETUGAS bila masih perlu.
compact-unknown = Kode { $code } belum kami kenal. Ketik MENU untuk daftar layanan. Contoh: AKL#NIK#No. KK#Nama anak#Tanggal lahir#Tempat lahir.
compact-read = { $rows ->
    [none] {""}
   *[other] { $rows }.
    }{ $unread ->
    [none] {""}
   *[other] { $rows ->
        [none] {""}
       *[other] {" "}
        }Ditanyakan lagi: { $unread }.
    }{ $needed ->
    [none] {""}
   *[other] {" "}{ $needed }
    }
unread-no-such-day = { $label } (tidak ada di kalender)
passed-to-officer = Pesan Anda diteruskan ke petugas.
thanks = Sama-sama.
village-which = Yang mana maksud Anda?
upload-heic-photo = Foto jenis HEIC belum bisa kami buka. Kirim sebagai foto biasa (JPG).
upload-too-many-pages = PDF ini terlalu tebal. Kirim halaman yang perlu saja.
complaint-whether = Mau melapor ke pengawas?
option-report = Ya, lapor
    .says = ya, iya, y, lapor, mau, melapor
option-no-report = Bukan
    .says = tidak, bukan lapor, tidak jadi, batal
complaint-none = Baik, tidak ada laporan yang dibuat.
complaint-back-sure = Tarik laporan { $number }? Pengawas tidak menjawabnya lagi.
option-take-back = Ya, tarik
    .says = ya, iya, y, tarik, cabut, ya tarik laporan
complaint-back = { $number } ditarik. Berubah pikiran? Ketik ADUAN. Layanan tetap GRATIS.
complaint-was-back = { $number } sudah Anda tarik. Berubah pikiran? Ketik ADUAN.
complaint-waits = { $late ->
    [yes] Maaf, { $number } belum dijawab; janjinya { $answered }. { $by ->
        [head] Kepala dinas atau provinsi
       *[supervisor] Pengawas
        } masih berutang jawaban, dan kami kabari sendiri.
   *[no] { $number } dijawab { $by ->
        [head] kepala dinas atau provinsi
       *[supervisor] pengawas
        } paling lambat { $answered }. Kami kabari sendiri.
    } Mohon jangan membayar.
request-waits = { $number } masih diproses. { $due ->
    [none] Selesai begitu permohonan Anda selesai.
   *[other] Paling lambat { $due }.
    } Kami kabari sendiri.
recorded-over = { $number } sudah selesai.
recorded-not-here = { $number } tidak tercatat dari nomor HP ini. Mohon cek angkanya, atau ketik PETUGAS.
complaint-stays = Baik, laporan tetap dijawab pengawas.
complaint-not-there = Tidak ada laporan yang menunggu jawaban.
sorry-to-wait = Maaf sudah menunggu.
complaint-ask = Terima kasih sudah melapor. Layanan ini GRATIS (UU 24/2013 Pasal 79A). Laporan hanya dibuka pengawas, bukan petugas itu. Permohonan Anda tidak terpengaruh.
    { $told ->
        [all] Ada yang ingin ditambahkan? Bila tidak, tulis CUKUP.
        [yes] Kapan dan di mana kejadiannya?
       *[no] Apa yang terjadi, kapan, dan di mana?
    }
complaint-file-kept = Kami simpan untuk pengawas. { $told ->
    [all] Ada yang ingin ditambahkan? Bila tidak, tulis CUKUP.
    [yes] Kapan dan di mana kejadiannya?
   *[no] Apa yang terjadi, kapan, dan di mana?
    }
complaint-noted = Laporan dicatat: { $number }. { $by ->
    [head] Kepala dinas atau provinsi
   *[supervisor] Pengawas
    } menjawab paling lambat { $answered }. Mohon jangan membayar.
complaint-answered = { $by ->
    [head] Jawaban kepala dinas atau provinsi
   *[supervisor] Jawaban pengawas
    } untuk { $number }: { $text }

## Notices after the 24 hours: WhatsApp approves them, so the variables stand between fixed words

option-show = Lihat
template-document_ready = Kabar dari Loket: { $document } nomor { $number } sudah terbit. Tekan Lihat untuk menerimanya.
template-paper_refused = Kabar dari Loket: petugas memeriksa { $number }, surat ini perlu diganti: { $paper }. Sebabnya: { $reason }. Tekan Lihat untuk mengirim lagi.
template-card_printed = Kabar dari Loket: { $card } nomor { $number } sudah dicetak. Diantar { $carrier } ({ $postage }) atau ambil sendiri (GRATIS)? Tekan Lihat untuk memilih.
template-card_posted = Kabar dari Loket: { $card } nomor { $number } sudah di { $carrier }, nomor resi { $tracking }. { $pay }.
template-request_answered = Kabar dari Loket: nomor { $number } sudah dijawab. Tekan Lihat untuk membacanya.
template-promise_moved = Kabar dari Loket: { $service } nomor { $number } belum selesai sesuai janji, maaf. Janji baru: { $promised }. Anda cukup menunggu.
template-officer_wrote = Kabar dari Loket: petugas { $officer } melayani pertanyaan Anda. Tekan Lihat untuk membaca pesannya.
template-draft_put_away = Kabar dari Loket: isian permohonan { $service } sudah kami hapus karena lama tidak dilanjutkan. Ketik MENU untuk memulai lagi.
template-van_reminder = Kabar dari Loket: besok mobil keliling, { $when }, di { $spot }. Kode tiket Anda { $code }. Tekan Lihat untuk membukanya.
template-van_changed = Kabar dari Loket: jadwal mobil keliling di { $spot } sekarang { $change }. Tekan Lihat untuk keterangannya.
template-ikd_reminder = Kabar dari Loket: besok aktivasi IKD, { $when }, di { $spot }. Kode tiket Anda { $code }. Tekan Lihat untuk membukanya.
template-ikd_changed = Kabar dari Loket: jadwal aktivasi IKD di { $spot } sekarang { $change }. Tekan Lihat untuk keterangannya.
template-case_told = Kabar dari Loket: { $service } nomor { $number } sekarang { $state }. Tekan Lihat untuk keterangannya.
