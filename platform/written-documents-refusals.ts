import { BilingualError } from './bilingual-error.ts'
import { pictureLimits } from './pictures.ts'

/** What is wrong with a document, and what to do about it. */
const refusals = {
  empty: {
    vi: 'tệp trống: chọn lại đúng tệp văn bản',
    en: 'the file is empty: choose the right file',
  },
  tooBig: {
    vi: 'tệp lớn hơn 30 MB: tách thành nhiều tệp, hoặc quét lại ở 200–300 dpi đen trắng',
    en: 'more than 30 MB: split it, or scan it again in black and white at 200–300 dpi',
  },
  tooLong: {
    vi: 'văn bản dài hơn 5.000 đoạn: tách phụ lục thành tệp riêng rồi nạp từng tệp',
    en: 'more than 5,000 paragraphs: take the annexes out and bring each file alone',
  },
  bomb: {
    vi: 'tệp nén bất thường, mở ra sẽ đầy bộ nhớ: mở bằng Word, lưu thành tệp mới rồi nạp lại',
    en: 'it would fill the memory when unpacked: open it in Word, save it as a new file and bring that',
  },
  broken: {
    vi: 'tệp hỏng, không mở được: mở bằng chương trình đã soạn, lưu lại rồi nạp lại, hoặc quét lại',
    en: 'the file is broken: save it again with the program that wrote it, or scan it again',
  },
  notWhatItSays: {
    vi: 'tệp hỏng, hoặc không phải PDF, DOCX hay ảnh như tên tệp ghi: mở thử trên máy của ông/bà, lưu lại rồi tải lên lại',
    en: 'the file is broken, or is no PDF, DOCX or picture as its name says: open it on your own computer, save it again and bring that',
  },
  locked: {
    vi: 'tệp có mật khẩu: bỏ mật khẩu rồi nạp lại',
    en: 'the file has a password: take it off and bring it again',
  },
  oldWord: {
    vi: 'là Word đời cũ (.doc): mở bằng Word, chọn Lưu thành (Save As) dạng .docx rồi nạp lại',
    en: 'an old Word file (.doc): open it in Word, save it as .docx and bring that',
  },
  otherWriter: {
    vi: 'là tệp RTF hoặc OpenDocument: mở ra, chọn Lưu thành (Save As) dạng .docx rồi nạp lại',
    en: 'an RTF or OpenDocument file: open it, save it as .docx and bring that',
  },
  sheet: {
    vi: 'là bảng tính hoặc trình chiếu, không phải văn bản: chọn tệp .docx, .pdf, .txt hoặc ảnh quét',
    en: 'a sheet or slides, not a written document: choose a .docx, .pdf, .txt or a scan',
  },
  archive: {
    vi: 'là tệp nén: giải nén rồi nạp từng văn bản',
    en: 'an archive: unpack it and bring each document',
  },
  heic: {
    vi: 'là ảnh HEIC của điện thoại: đổi sang JPEG rồi nạp lại',
    en: 'a HEIC picture of a telephone: turn it into JPEG and bring it again',
  },
  notADocument: {
    vi: 'không phải văn bản: chọn tệp .docx, .pdf, .txt hoặc ảnh quét (JPEG, PNG)',
    en: 'not a written document: choose a .docx, .pdf, .txt or a scan (JPEG, PNG)',
  },
  webPage: {
    vi: 'là trang web lưu lại: mở ra, bôi đen phần chữ rồi dán vào ô, hoặc in thành PDF',
    en: 'a saved web page: open it, select its text and paste that, or print it as PDF',
  },
  notAPicture: {
    vi: 'ảnh quá nhỏ, không đọc được chữ: chụp hoặc quét lại cả trang',
    en: 'the picture is too small to read: take or scan the whole page again',
  },
  tooManyPixels: {
    vi: 'ảnh hơn 40 triệu điểm: quét lại ở 300 dpi',
    en: 'more than 40 million points: scan it again at 300 dpi',
  },
  tooManyPages: {
    vi: `tệp có hơn ${pictureLimits.pagesMax} trang: tách thành các tệp ngắn hơn`,
    en: `more than ${pictureLimits.pagesMax} pages: split it into shorter files`,
  },
  tooSlow: {
    vi: 'có trang quá nặng, đọc mãi không xong: in ra rồi quét lại ở 300 dpi',
    en: 'a page is too heavy to be read: print it and scan it at 300 dpi',
  },
  noText: {
    vi: 'không có chữ nào: nếu là ảnh dán trong Word thì lưu ảnh ra, hoặc in thành PDF, rồi nạp lại',
    en: 'there is no text in it: save pictures in a Word file on their own, or print it as PDF, and bring that',
  },
  nothingRead: {
    vi: 'máy không đọc được chữ nào trên ảnh: quét lại cho thẳng, đủ sáng, ở 300 dpi, hoặc dán chữ vào ô',
    en: 'no word could be read from the picture: scan it straight and bright at 300 dpi, or paste the text',
  },
  unknownLetters: {
    vi: 'chữ ghi theo bảng mã không đọc được: mở ra, chọn Lưu thành (Save As) với mã UTF-8 rồi nạp lại',
    en: 'its letters are in an unknown encoding: open it, save it as UTF-8 and bring it again',
  },
  brokenLetters: {
    vi: 'chữ đã vỡ dấu vì từng mở sai bảng mã: lấy lại tệp gốc, hoặc lưu lại với mã UTF-8',
    en: 'its accents were broken by a wrong encoding: take the original file, or save it as UTF-8',
  },
  tcvn3: {
    vi: 'gõ bằng phông TCVN3 (ABC, .VnTime): đổi sang Unicode bằng bộ gõ (UniKey: Ctrl+Shift+F6) rồi nạp lại',
    en: 'typed in TCVN3 fonts (ABC, .VnTime): convert it to Unicode with the keyboard program and bring it again',
  },
  vni: {
    vi: 'gõ bằng phông VNI: đổi sang Unicode bằng bộ gõ (UniKey: Ctrl+Shift+F6) rồi nạp lại',
    en: 'typed in VNI fonts: convert it to Unicode with the keyboard program and bring it again',
  },
} as const

type DocumentRefusal = keyof typeof refusals

/** The error for one file, by its name; a page where the fault is known. */
export function refuseDocument(
  name: string,
  because: string,
  { page, cause }: { page?: number; cause?: unknown } = {},
): BilingualError {
  const said = refusals[isRefusal(because) ? because : 'broken']
  const at = page === undefined ? { vi: '', en: '' } : { vi: `, trang ${page}`, en: `, page ${page}` }
  return new BilingualError(
    { vi: `“${name}”${at.vi}: ${said.vi}`, en: `“${name}”${at.en}: ${said.en}` },
    { cause },
  )
}

function isRefusal(because: string): because is DocumentRefusal {
  return Object.hasOwn(refusals, because)
}
