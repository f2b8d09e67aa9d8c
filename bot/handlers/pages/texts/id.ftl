# What the citizens' pages say in Indonesian. Names of papers and documents come from the chat's own texts.

free = Layanan ini GRATIS. Kami tidak pernah meminta OTP atau PIN IKD.
your-rights = Hak dan data Anda
back-to-page = Kembali ke halaman

## Sending papers

upload-title = Kirim foto surat
upload-how = { $one ->
    [yes] Kirim surat di bawah ini, lalu tekan Selesai.
   *[no] Kirim { $papers } surat di bawah ini, lalu tekan Selesai.
    } Foto surat asli di tempat terang, semua sudut terlihat.
awaited = Belum ada.
being-read = Diterima, sedang dibaca.
goes-as-it-is = Diterima apa adanya. Petugas akan melihatnya.
refused-locked-pdf = PDF ini terkunci. Kirim tanpa sandi, atau foto suratnya.
refused-too-large = Berkas melebihi { $megabytes } MB. Kirim foto biasa.
refused-too-many-pages = PDF melebihi { $pages } halaman. Kirim halaman yang perlu saja.
refused-heic-photo = Foto jenis HEIC belum bisa kami buka. Kirim sebagai foto biasa (JPG).
refused-not-photo-or-pdf = Kami hanya menerima foto atau PDF. Kirim foto suratnya.
file-image = Foto
file-pdf = PDF
file-blurred = buram
file-dark = gelap
file-cut = terpotong
file-small = kecil
take-back = Hapus
camera = Foto sekarang
camera-more = Tambah foto
choose = Pilih foto/PDF
send = Kirim
sending = Mengirim...
not-sent = Belum terkirim. Periksa sinyal, lalu coba lagi.
retry = Coba lagi
still-missing = Masih kurang:
not-at-hand = Belum punya suratnya? Halaman ini bisa dibuka lagi nanti; yang sudah diterima tetap tersimpan.
soon-read = Sebentar, foto sedang dibaca.
look-again = Lihat hasilnya
all-here = Semua surat sudah ada.
finish = Selesai
sent-title = Surat diterima
sent-next = Tutup halaman ini, lalu kembali ke WhatsApp atau SMS. Kita lanjut di sana.
upload-over = Halaman ini sudah ditutup
upload-over-next = Halaman hanya untuk sekali pakai. Bila surat sudah dikirim, Anda cukup kembali ke WhatsApp atau SMS. Perlu halaman baru? Balas HALAMAN di sana.
upload-unknown = Halaman tidak ditemukan
upload-unknown-next = Alamatnya mungkin terpotong. Buka lagi dari pesan kami, atau balas HALAMAN untuk halaman baru.
too-many-files = Sudah terlalu banyak berkas
too-many-files-next = Halaman ini tidak bisa menerima berkas lagi; yang sudah diterima tetap tersimpan. Perlu halaman baru? Balas HALAMAN di WhatsApp atau SMS.
too-large-at-once = Terlalu besar untuk sekali kirim
too-large-at-once-next = Kirim satu berkas saja, paling besar 16 MB.
our-fault = Ada gangguan di pihak kami
our-fault-next = Yang sudah diterima tetap aman. Mohon coba lagi beberapa menit lagi.

## The chat on an office's page

web-title = Urus dokumen di sini
web-how = Sama seperti lewat WhatsApp: tanya, kirim foto surat, dapat nomor permohonan. Gratis.
web-phone = Nomor HP Anda
web-send-code = Kirim kode
web-why-code = Kode 6 angka kami kirim dengan SMS, supaya hanya Anda yang bisa membuka percakapan ini.
web-phone-wrong = Itu bukan nomor HP Indonesia. Tulis seperti 0812-3456-7890.
web-too-many = Sudah terlalu banyak kode diminta. Coba lagi besok, tulis lewat WhatsApp, atau datang ke kantor.
web-code-title = Masukkan kode
web-code-how = Bila nomornya benar, SMS berisi kode 6 angka sampai sebentar lagi. Berlaku 10 menit.
web-code-label = Kode dari SMS
web-own-device = Ini HP saya sendiri, ingat saya 30 hari
web-enter = Masuk
web-code-length = Kodenya 6 angka.
web-code-wrong = Kodenya tidak cocok. Sisa percobaan: { $left }.
web-code-over = Kode itu tidak berlaku lagi. Minta kode baru.
web-no-code = Belum ada SMS setelah 2 menit? Periksa nomornya. Pernah membalas BERHENTI lewat SMS? Balas MULAI dulu.
web-other-number = Minta kode lagi
web-closed = Layanan lewat halaman ini belum dibuka
web-closed-next = Kantor ini belum punya nomor SMS untuk mengirim kode. Silakan lewat WhatsApp, atau datang ke kantor.
web-chat = Percakapan
web-number = Nomor Anda: ...{ $ends }
web-leave = Keluar
web-empty = Mau urus apa? Tulis di bawah, misalnya: KK hilang.
web-files = { $n } berkas terkirim
web-open-pdf = Buka PDF
web-open-picture = Buka tiket
web-waits = Sebentar, jawaban sedang disiapkan.
web-text = Tulis pesan
web-attach = Foto atau PDF (paling banyak 10)
web-status-title = Cek status permohonan
web-status-how = Nomor permohonan dan PIN 6 angka ada di percakapan halaman kantor, atau di karcis dari loket.
web-status-number = Nomor permohonan
web-status-pin = PIN
web-status-look = Cek
web-status-length = Isi nomor permohonan dan PIN-nya; PIN 6 angka.
web-status-wrong = Nomor dan PIN itu tidak cocok. Periksa keduanya.
web-status-many = Sudah terlalu sering dicoba. Coba lagi besok, atau tanyakan ke kantor.
web-status-lost = PIN hilang? Bawa KTP ke loket, atau balas STATUS di tempat Anda mengajukan.
web-status-chat = Buka percakapan
web-status-link = Hanya cek status
web-offline = Belum ada sinyal
web-offline-next = Yang sudah terkirim tersimpan di kantor. Buka lagi bila sinyalnya sudah ada.
web-offline-again = Coba lagi
web-unknown = Halaman tidak ditemukan
web-unknown-next = Periksa alamatnya, atau buka lagi dari laman kantor Disdukcapil Anda.
web-old-form = Halaman ini sudah lama terbuka
web-old-form-next = Yang barusan belum terkirim. Kembali ke halaman, lalu kirim lagi. Peramban harus mengizinkan cookie.
web-many-files = Terlalu banyak berkas sekaligus
web-many-files-next = Belum ada yang terkirim. Kirim paling banyak 10 berkas, lalu sisanya.
web-too-fast = Terlalu cepat
web-too-fast-next = Yang barusan belum terkirim. Tunggu satu menit, lalu kirim lagi.

## Getting the document

pin-title = { $what ->
    [copy] Buka salinan data Anda
   *[document] Buka dokumen Anda
    }
pin-how = Kode ambil ada di pesan kami, terpisah dari link ini.
pin-label = Kode ambil (6 angka)
pin-open = { $what ->
    [copy] Buka salinan
   *[document] Buka PDF
    }
pin-length = Kode ambil ada 6 angka.
pin-wrong = Kode itu belum cocok. Sisa { $left } kali.
pin-secret = Kode ini hanya untuk Anda. Petugas tidak pernah menanyakannya. { $what ->
    [copy] {""}
   *[document] Cetak di HVS A4 putih 80 gram.
    }
pin-locked = Dokumen dikunci dulu
pin-locked-next = Kode ambil sudah 5 kali belum cocok. Dokumen Anda aman. Balas PETUGAS di WhatsApp atau SMS untuk kode baru.
download-over = Link ini sudah tidak berlaku
download-over-next = Link berlaku beberapa hari saja, untuk keamanan Anda. Balas STATUS di WhatsApp atau SMS, atau PETUGAS untuk link baru.
download-unknown = Dokumen tidak ditemukan
download-unknown-next = Alamatnya mungkin terpotong. Buka lagi dari pesan kami, atau balas STATUS di WhatsApp atau SMS.

## Is it genuine?

verify-title = Cek keaslian dokumen
code-how = Ketik kode yang tertera di dekat QR pada dokumen.
code-label = Kode dokumen
code-check = Cek
code-elsewhere = QR dari Dukcapil pusat dicek di layananonline.dukcapil.kemendagri.go.id. KTP-el dicek dengan alat pembaca kartu.
another-code = Cek kode lain
standing-genuine = Asli
standing-issued_once = Pernah terbit
standing-superseded = Sudah diganti
standing-revoked = Dicabut
standing-altered = Berbeda
standing-unknown = Tidak dikenal
standing-sample = Contoh
meaning-genuine = Kode ini milik dokumen yang diterbitkan dan masih berlaku. Cocokkan dengan yang tertulis di dokumen.
meaning-issued_once = Dokumen ini asli saat diterbitkan. Data pemiliknya sudah dihapus dari Loket, jadi kami tidak tahu apakah sudah ada yang lebih baru. Tanyakan ke kantor, atau minta dokumen yang terbaru.
meaning-superseded = Dokumen ini pernah terbit, tetapi sudah ada yang baru. Minta dokumen yang terbaru.
meaning-revoked = Dokumen ini pernah terbit, tetapi sudah dicabut. Jangan dipakai. Tanyakan ke kantor yang menerbitkan.
meaning-altered = Berkas ini berbeda dari yang diterbitkan. Jangan dipakai. Minta PDF dari pemilik dokumen, atau tanyakan ke kantor.
meaning-unknown = Kode ini tidak ada pada kami. Periksa ketikannya. Bila sudah sama, tanyakan ke kantor Disdukcapil sebelum menerima dokumennya.
meaning-sample = Ini hanya CONTOH dari Loket, bukan dokumen kependudukan. Tidak berlaku untuk urusan apa pun.
also-sample = Dokumen ini hanya CONTOH, bukan dokumen kependudukan.
file-same = Berkas yang Anda pilih sama persis dengan yang diterbitkan.
record = Tercatat
record-altered = Yang diterbitkan dengan kode ini
record-document = Dokumen
record-name = Nama
record-office = Kantor
record-issued = Terbit
compare = Punya PDF-nya? Cocokkan isinya.
compare-how = Pilih PDF atau tarik ke sini. Berkas hanya dibandingkan, tidak disimpan.
compare-now = Cocokkan

## The copy of their data

copy-title = Salinan data { $number }
copy-made = Dibuat { $when }.
copy-keep-safe = Simpan di tempat aman: isinya NIK dan foto surat Anda.
copy-contact = Nomor Anda
copy-address = Nomor
copy-since = Pertama kali menulis
copy-no-notices = Tidak mau dikabari sejak
copy-cases = Permohonan
copy-opened = Dikirim { $when }.
copy-closed = Selesai { $when }.
copy-erased = Isian, foto, dan salinan PDF dihapus { $when }.
copy-reason = Sebab
copy-paper-to_bring = dibawa ke kantor
copy-paper-sent = dikirim
copy-paper-accepted = diterima
copy-paper-refused = diminta lagi
copy-paper-seen = asli dilihat petugas
copy-corrected = Dibetulkan { $when }
copy-rating = Penilaian Anda
copy-suket-list = Daftar suket kantor
copy-suket-listed = Anda tercatat sebagai pemegang suket. Yang disimpan hanya sandi NIK dan No. KK.
copy-looks = Dibuka petugas { $n } kali
copy-nothing = Tidak ada.
copy-van = Mobil keliling
copy-van-booked = { $n } orang, terdaftar
copy-van-served = { $n } orang, sudah dilayani
copy-van-missed = { $n } orang, tidak hadir
copy-van-cancelled = { $n } orang, dibatalkan
copy-van-dropped = { $n } orang, jadwalnya batal
copy-drafts = Isian yang belum dikirim
copy-files = Foto dan PDF yang Anda kirim
copy-file = Berkas { $n }, { $when }
copy-save = Simpan PDF
copy-left-out = { $n } berkas lain tidak muat di sini. Minta di kantor.
copy-asked = Pengaduan dan permintaan Anda
copy-answer = Jawaban
copy-chat = Isi chat
copy-from-citizen = Anda
copy-from-loket = Loket
copy-from-officer = Petugas
copy-flags = Tanda untuk petugas
copy-families = Keluarga yang diurus dari nomor ini
copy-families-n = { $n } dalam 30 hari terakhir
copy-helper = Terdaftar sebagai pendamping
copy-read = Terbaca
copy-read-nothing = tidak ada yang kami kenal
copy-read-lost = yang hilang: { $things }
flag-ikd_wish-code = pernah menanyakan kode IKD
flag-as-it-is = ada foto yang dikirim apa adanya
flag-confirmed = Anda menyatakan sebuah foto sudah benar
flag-paper-unseen = tulisan suratnya belum terlihat
flag-paper-differs = nomor di surat berbeda dengan isian
flag-paper-other-loss = surat polisi melaporkan kehilangan yang lain
flag-nik-unknown = NIK belum ditemukan di register
flag-name-differs = nama berbeda dengan register
flag-birth-date-differs = tanggal lahir berbeda dengan register
flag-applicant-not-on-card = yang mengurus tidak ada di KK itu
flag-other-differs = nama orang lain di permohonan berbeda dengan register
flag-other-unknown = NIK orang lain di permohonan tidak ada di register
flag-applicant-differs = nama yang mengurus berbeda dengan register
flag-kk-differs = nomor KK berbeda dengan register
flag-not-on-list = tidak ada di daftar pemegang suket
flag-list-kk-differs = nomor KK lain daripada di daftar suket
flag-code-given = menurut Anda, kode sudah diberikan ke orang lain
flag-from-form = diisi lewat formulir kantor, nomor HP belum terbukti
flag-many-families = banyak keluarga dari satu nomor
flag-sample-nik = NIK contoh
helper-rt = RT/RW
helper-village = petugas desa atau kelurahan
helper-midwife = bidan
helper-school = sekolah
helper-other = pendamping lain
copy-elsewhere = Data kependudukan sendiri ada di SIAK, milik negara. Salinannya berupa KK, akta, dan KTP Anda.

## Privacy

privacy-title = Data Anda di Loket
privacy-short = Data Anda dipakai untuk mengurus dokumen Anda, lalu dihapus. Tidak dijual, tidak untuk iklan.
privacy-who = Siapa yang memproses
privacy-who-text = Kantor Disdukcapil tempat Anda mengurus dokumen. Loket menjawab otomatis; petugas yang memutuskan.
privacy-what = Data apa
privacy-what-text = Nomor WhatsApp atau HP, isi chat, isian seperti nama, NIK, dan alamat, foto surat, dan dokumen yang terbit. Data anak atau keluarga hanya bila dokumennya memerlukan.
privacy-also = Yang juga kami catat
privacy-also-read = Yang terbaca di foto surat: jenis surat, NIK atau nomor KK, dan tanggalnya. Dihapus bersama fotonya.
privacy-also-families = Berapa keluarga yang diurus dari satu nomor, sebagai kode, bukan nama. Dihapus sesudah 30 hari.
privacy-also-helpers = Pendamping yang didaftarkan kantor (RT, petugas desa, bidan, sekolah): nama, peran, nomor HP. Sampai kantor mencabutnya.
privacy-also-flags = Tanda untuk petugas, misalnya foto yang sulit dibaca, atau pernah menanyakan kode IKD. Dihapus bersama isian atau nomor Anda, dan tidak membuat permohonan ditolak.
privacy-also-notes = Catatan antarpetugas tentang permohonan. Dihapus bersama isiannya.
privacy-also-ratings = Penilaian Anda dan komentarnya. Komentar dihapus bersama isian; nilainya tinggal untuk statistik.
privacy-why = Untuk apa, dan dasarnya
privacy-why-text = Untuk memeriksa, mengerjakan, dan menyerahkan dokumen yang Anda minta. Dasarnya tugas negara menurut UU Administrasi Kependudukan (UU 23/2006 dan UU 24/2013) dan UU Pelindungan Data Pribadi (UU 27/2022 Pasal 20). Persetujuan hanya kami minta untuk memakai WhatsApp.
privacy-abroad = WhatsApp dan luar negeri
privacy-abroad-text = Di halaman kantor pesan dan foto langsung ke server kantor; hanya kode SMS-nya lewat penyalur pesan. Pesan dan foto lewat WhatsApp melewati server di luar negeri, milik WhatsApp dan penyalur pesan kami. Tidak mau? Balas HALAMAN agar foto langsung ke server kantor, atau datang ke kantor. Antrean dan hasilnya sama.
privacy-with-whom = Siapa lagi yang menerima
privacy-with-whom-text = Petugas yang mengerjakan. Kementerian Dalam Negeri, karena data kependudukan disimpan di SIAK. Kantor Pos, hanya nama, alamat, dan nomor HP, bila KTP-el diantar.
privacy-how-long = Berapa lama
privacy-how-long-text = Isian, foto, salinan PDF, dan chat dihapus { $days } hari sesudah permohonan selesai. Yang tidak jadi dikirim dihapus { $days } hari sesudah chat terakhir. Salinan di penyalur pesan ikut dihapus; di cadangannya hilang paling lama 30 hari kemudian. Selama masih ada, foto bisa Anda pakai lagi untuk permohonan berikutnya dengan NIK yang sama. Bila tidak ada lagi yang tersimpan, nomor HP Anda pun dihapus.
privacy-stays = Yang tetap disimpan
privacy-stays-text = Catatan kependudukan, oleh negara. Nomor, layanan, dan tanggal permohonan, untuk statistik. Catatan siapa membuka data, tanpa isi datanya. Huruf awal nama pada dokumen yang terbit, agar keasliannya bisa dicek.
privacy-rights = Hak Anda
right-see = Balas DATA SAYA: melihat, meminta salinan, atau memperbaiki. Dijawab paling lama 3x24 jam setelah petugas memastikan ini Anda.
right-delete = Balas HAPUS DATA: foto, isian, dan chat dihapus. Catatan kependudukan tetap disimpan negara.
right-stop = Balas BERHENTI: kami tidak mengirim apa pun, kecuali jawaban atas pesan Anda. Balas MULAI untuk dikabari lagi.
right-officer = Balas PETUGAS: jawaban otomatis dilihat orang. Loket tidak pernah menolak permohonan; itu hanya oleh petugas, dengan sebabnya.
right-told = Bila data Anda bocor, kami memberi tahu tertulis paling lama 3x24 jam.
right-complain = Ada yang minta uang? Balas PUNGLI. Laporan dibuka pengawas, bukan petugas itu.
privacy-safe = Bagaimana dijaga
privacy-safe-text = Data disimpan terenkripsi. Setiap petugas yang membuka data tercatat. Chat tidak menampilkan NIK atau alamat lengkap lagi.
privacy-offices = Tanpa chat, atau bertanya soal data
privacy-offices-text = Semua layanan juga ada di kantor, GRATIS. Untuk soal data, minta bertemu petugas pelindungan data.
