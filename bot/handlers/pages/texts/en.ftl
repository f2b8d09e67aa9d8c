# What the citizens' pages say in English. The keys are those of id.ftl; a test holds the two together.

free = This service is FREE. We never ask for an OTP or IKD PIN.
your-rights = Your rights and data
back-to-page = Back to the page

## Sending papers

upload-title = Send photos of papers
upload-how = { $one ->
    [yes] Send the paper below, then press Done.
   *[no] Send the { $papers } papers below, then press Done.
    } Photograph the original in good light, with all corners in view.
awaited = Not here yet.
being-read = We have it, and are reading it.
goes-as-it-is = We have it as it is. An officer will look at it.
refused-locked-pdf = This PDF is locked. Send it without a password, or a photo of the paper.
refused-too-large = The file is larger than { $megabytes } MB. Send a normal photo.
refused-too-many-pages = The PDF has more than { $pages } pages. Send only those needed.
refused-heic-photo = We cannot open HEIC photos yet. Send a normal photo (JPG).
refused-not-photo-or-pdf = We take only photos or PDFs. Send a photo of the paper.
file-image = Photo
file-pdf = PDF
file-blurred = blurred
file-dark = dark
file-cut = cut off
file-small = small
take-back = Delete
camera = Take photo
camera-more = Add photo
choose = Choose photo/PDF
send = Send
sending = Sending...
not-sent = Not sent yet. Check your signal, then try again.
retry = Try again
still-missing = Still missing:
not-at-hand = Don't have the paper yet? You can open this page again later; what we have stays here.
soon-read = One moment, we are reading the photo.
look-again = Look again
all-here = All papers are here.
finish = Done
sent-title = Papers received
sent-next = Close this page and go back to WhatsApp or SMS. We continue there.
upload-over = This page is closed
upload-over-next = Each page works once. If you have sent your papers, just go back to WhatsApp or SMS. Need a new page? Reply PAGE there.
upload-unknown = Page not found
upload-unknown-next = The address may be cut off. Open it again from our message, or reply PAGE for a new one.
too-many-files = Too many files already
too-many-files-next = This page can take no more files; what we have stays here. Need a new page? Reply PAGE on WhatsApp or SMS.
too-large-at-once = Too large to send at once
too-large-at-once-next = Send one file only, 16 MB at most.
our-fault = Something broke on our side
our-fault-next = What we have is safe. Please try again in a few minutes.

## The chat on an office's page

web-title = Get your document here
web-how = As on WhatsApp: ask, send photos of papers, get the number of your request. Free.
web-phone = Your mobile number
web-send-code = Send code
web-why-code = We send a code of 6 digits by SMS, so that only you can open this conversation.
web-phone-wrong = That is no Indonesian mobile number. Write it like 0812-3456-7890.
web-too-many = Too many codes were asked for. Try again tomorrow, write on WhatsApp, or come to the office.
web-code-title = Enter the code
web-code-how = If the number is right, an SMS with a code of 6 digits comes in a moment. It is valid for 10 minutes.
web-code-label = Code from the SMS
web-own-device = This is my own phone, remember me for 30 days
web-enter = Enter
web-code-length = The code has 6 digits.
web-code-wrong = That code does not match. Tries left: { $left }.
web-code-over = That code is no longer valid. Ask for a new one.
web-no-code = No SMS after 2 minutes? Check the number. Did you once reply STOP by SMS? Reply START first.
web-other-number = Ask for a code again
web-closed = This page is not open for service yet
web-closed-next = This office has no SMS number to send codes from yet. Please write on WhatsApp, or come to the office.
web-chat = Conversation
web-number = Your number: ...{ $ends }
web-leave = Sign out
web-empty = What do you need? Write below, for example: lost KK.
web-files = { $n } file(s) sent
web-open-pdf = Open PDF
web-open-picture = Open the ticket
web-waits = One moment, the answer is being prepared.
web-text = Write a message
web-attach = Photos or PDF (10 at most)
web-status-title = Check a request
web-status-how = The number of the request and the PIN of 6 digits are in the chat of the office's page, or on the ticket from the counter.
web-status-number = Number of the request
web-status-pin = PIN
web-status-look = Check
web-status-length = Fill in the number of the request and its PIN of 6 digits.
web-status-wrong = That number and PIN do not go together. Check both.
web-status-many = Tried too often. Try again tomorrow, or ask the office.
web-status-lost = Lost the PIN? Bring your ID card to the counter, or reply STATUS where you filed.
web-status-chat = Open the chat
web-status-link = Only check a status
web-offline = No signal yet
web-offline-next = What you have sent is safe at the office. Open the page again when there is signal.
web-offline-again = Try again
web-unknown = Page not found
web-unknown-next = Check the address, or open it again from the website of your Disdukcapil.
web-old-form = This page has been open for too long
web-old-form-next = What you just did was not sent. Go back to the page and send it again. The browser must allow cookies.
web-many-files = Too many files at once
web-many-files-next = None was sent. Send 10 files at most, then the others.
web-too-fast = Too fast
web-too-fast-next = What you just did was not sent. Wait a minute, then send it again.

## Getting the document

pin-title = { $what ->
    [copy] Open the copy of your data
   *[document] Open your document
    }
pin-how = The collection code is in our message, apart from this link.
pin-label = Collection code (6 digits)
pin-open = { $what ->
    [copy] Open the copy
   *[document] Open PDF
    }
pin-length = The collection code has 6 digits.
pin-wrong = That code does not match. Tries left: { $left }.
pin-secret = The code is only for you. Officers never ask for it. { $what ->
    [copy] {""}
   *[document] Print on white A4, 80 g.
    }
pin-locked = The document is locked for now
pin-locked-next = The code did not match 5 times. Your document is safe. Reply OFFICER on WhatsApp or SMS for a new code.
download-over = This link has ended
download-over-next = For your safety a link lasts only some days. Reply STATUS on WhatsApp or SMS, or OFFICER for a new link.
download-unknown = Document not found
download-unknown-next = The address may be cut off. Open it again from our message, or reply STATUS on WhatsApp or SMS.

## Is it genuine?

verify-title = Check a document
code-how = Type the code printed near the QR on the document.
code-label = Document code
code-check = Check
code-elsewhere = A QR from the national Dukcapil is checked at layananonline.dukcapil.kemendagri.go.id. An ID card is checked with a card reader.
another-code = Check another code
standing-genuine = Genuine
standing-issued_once = Issued once
standing-superseded = Replaced
standing-revoked = Revoked
standing-altered = Different
standing-unknown = Unknown
standing-sample = Sample
meaning-genuine = This code belongs to a document that was issued and is valid. Compare it with what the document says.
meaning-issued_once = This document was genuine when issued. Its owner's data have been deleted from Loket, so we do not know whether there is a newer one. Ask the office, or ask for the latest document.
meaning-superseded = This document was issued, but there is a newer one. Ask for the latest.
meaning-revoked = This document was issued, but has been revoked. Do not use it. Ask the office that issued it.
meaning-altered = This file is different from the one issued. Do not use it. Ask its owner for the PDF, or ask the office.
meaning-unknown = We do not have this code. Check the spelling. If it is the same, ask the Disdukcapil office before accepting the document.
meaning-sample = This is only a SAMPLE (CONTOH) from Loket, not a population document. It is valid for nothing.
also-sample = This document is only a SAMPLE (CONTOH), not a population document.
file-same = The file you chose is exactly the one issued.
record = On record
record-altered = What was issued with this code
record-document = Document
record-name = Name
record-office = Office
record-issued = Issued
compare = Have the PDF? Compare it.
compare-how = Choose the PDF or drop it here. It is only compared, not kept.
compare-now = Compare

## The copy of their data

copy-title = Copy of data { $number }
copy-made = Made { $when }.
copy-keep-safe = Keep it safe: it holds your NIK and photos of your papers.
copy-contact = Your number
copy-address = Number
copy-since = First wrote
copy-no-notices = Wants no notices since
copy-cases = Requests
copy-opened = Sent { $when }.
copy-closed = Over { $when }.
copy-erased = Answers, photos and PDF copies were deleted { $when }.
copy-reason = Reason
copy-paper-to_bring = to be brought
copy-paper-sent = sent
copy-paper-accepted = accepted
copy-paper-refused = asked for again
copy-paper-seen = original seen by an officer
copy-corrected = Corrected { $when }
copy-rating = Your rating
copy-suket-list = The office's list of sukets
copy-suket-listed = You are on it as somebody who holds a suket. Only a code of NIK and family card number is kept.
copy-looks = Opened by officers { $n } times
copy-nothing = Nothing.
copy-van = Mobile van
copy-van-booked = { $n } people, booked
copy-van-served = { $n } people, served
copy-van-missed = { $n } people, did not come
copy-van-cancelled = { $n } people, cancelled
copy-van-dropped = { $n } people, the visit was called off
copy-drafts = Answers not sent yet
copy-files = Photos and PDFs you sent
copy-file = File { $n }, { $when }
copy-save = Save the PDF
copy-left-out = { $n } more files do not fit in here. Ask for them at the office.
copy-asked = Your complaints and requests
copy-answer = Answer
copy-chat = The chat
copy-from-citizen = You
copy-from-loket = Loket
copy-from-officer = Officer
copy-flags = Marks for the officer
copy-families = Families this number filed for
copy-families-n = { $n } in the last 30 days
copy-helper = Registered as a helper
copy-read = Read on it
copy-read-nothing = nothing that we know
copy-read-lost = lost: { $things }
flag-ikd_wish-code = asked about an IKD code
flag-as-it-is = a photo was sent as it is
flag-confirmed = you said of a photo that it is the right one
flag-paper-unseen = the words of the paper are not seen
flag-paper-differs = the number on the paper differs from the answers
flag-paper-other-loss = the police letter reports another loss
flag-nik-unknown = NIK not found in the register
flag-name-differs = name differs from the register
flag-birth-date-differs = birth date differs from the register
flag-applicant-not-on-card = who files is not on that family card
flag-other-differs = name of somebody else in the request differs from the register
flag-other-unknown = NIK of somebody else in the request is not in the register
flag-applicant-differs = name of who files differs from the register
flag-kk-differs = family card number differs from the register
flag-not-on-list = not on the list of suket holders
flag-list-kk-differs = family card number is another than on the suket list
flag-code-given = you told us that a code was given to somebody
flag-from-form = filled in by a form of the office, the telephone is not proven
flag-many-families = many families from one number
flag-sample-nik = sample NIK
helper-rt = RT/RW
helper-village = village officer
helper-midwife = midwife
helper-school = school
helper-other = other helper
copy-elsewhere = The population record itself is in SIAK, the state's system. Its copies are your family card, certificates and ID card.

## Privacy

privacy-title = Your data at Loket
privacy-short = We use your data for the document you ask for, then delete it. We do not sell it or use it for advertising.
privacy-who = Who processes it
privacy-who-text = The Disdukcapil office that handles your document. Loket answers automatically; officers decide.
privacy-what = Which data
privacy-what-text = Your WhatsApp or phone number, the chat, answers such as name, NIK and address, photos of papers, and the document issued. Data of children or family only where the document needs it.
privacy-also = What we note as well
privacy-also-read = What can be read on photos of papers: the kind of paper, NIK or family card number, and its day. Deleted with the photo.
privacy-also-families = How many families one number files for, as a code, without names. Deleted after 30 days.
privacy-also-helpers = Helpers an office has registered (RT, village officer, midwife, school): name, role, phone number. Until the office takes them off.
privacy-also-flags = Marks for the officer, such as a photo hard to read, or a question about an IKD code. Deleted with the answers or with your number; no request is refused for them.
privacy-also-notes = Notes between officers about a request. Deleted with its answers.
privacy-also-ratings = Your rating and comment. The comment is deleted with the answers; the rating stays for statistics.
privacy-why = What for, and on what basis
privacy-why-text = To check, prepare and hand over the document you ask for. The basis is a public task under the civil registration law (UU 23/2006 and UU 24/2013) and the data protection law (UU 27/2022 article 20). We ask your consent only for using WhatsApp.
privacy-abroad = WhatsApp and other countries
privacy-abroad-text = On the office's page messages and photos go straight to the office's server; only the code goes by SMS through our message carrier. Messages and photos on WhatsApp pass through servers abroad, of WhatsApp and of our message carrier. Rather not? Reply PAGE to send photos straight to the office's server, or visit the office. Your place and the result are the same.
privacy-with-whom = Who else receives it
privacy-with-whom-text = The officers who handle it. The Ministry of Home Affairs, since population data is kept in SIAK. Kantor Pos, only name, address and phone number, when an ID card is posted.
privacy-how-long = How long
privacy-how-long-text = Answers, photos, PDF copies and chat are deleted { $days } days after a request ends. What was never sent is deleted { $days } days after the last chat. The message carrier's copies are deleted, too; from its backups they are gone 30 days later at most. While a photo is kept you can use it again in your next request for the same NIK. When nothing else is kept, your phone number goes as well.
privacy-stays = What stays
privacy-stays-text = The population records, kept by the state. Number, service and dates of a request, for statistics. The log of who opened data, without the data. The initials of the name on an issued document, so that it can be checked.
privacy-rights = Your rights
right-see = Reply MY DATA: see it, get a copy, or correct it. Answered within 3x24 hours, once an officer is sure it is you.
right-delete = Reply DELETE DATA: photos, answers and chat are deleted. The state keeps the population record.
right-stop = Reply STOP: we send nothing but answers to what you write. Reply START to be told again.
right-officer = Reply OFFICER: a person looks at an automatic answer. Loket never refuses a request; only an officer does, and says why.
right-told = If your data leaks, we tell you in writing within 3x24 hours.
right-complain = Asked for money? Reply PUNGLI. A supervisor opens the report, not that officer.
privacy-safe = How we protect it
privacy-safe-text = Data is kept encrypted. Every officer who opens it is recorded. The chat never shows a full NIK or address again.
privacy-offices = Without chat, or questions about data
privacy-offices-text = Every service is also at the office, FREE. About data, ask for the data protection officer.
