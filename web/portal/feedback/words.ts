import type { FeedbackField, FieldProblem, PictureProblem, ProofProblem } from '#feedback'
import type { Catalogue } from '#web/ui/index.ts'

type FieldSentences = Record<FeedbackField, Record<FieldProblem, string>>

const viProblems: FieldSentences = {
  fullName: {
    missing: 'Chưa có họ và tên. Xin viết họ và tên của ông/bà.',
    tooShort: 'Họ và tên cần ít nhất hai chữ cái.',
    tooLong: 'Họ và tên dài quá 100 chữ cái. Xin viết gọn lại.',
  },
  title: {
    missing: 'Chưa có tiêu đề. Xin viết một câu ngắn cho biết việc gì.',
    tooShort: 'Tiêu đề cần ít nhất ba chữ cái.',
    tooLong: 'Tiêu đề dài quá 200 chữ cái. Phần chi tiết xin viết ở ô Nội dung.',
  },
  content: {
    missing: 'Chưa có nội dung. Xin viết điều ông/bà muốn nói hoặc muốn hỏi.',
    tooShort: 'Nội dung còn ngắn quá. Xin viết ít nhất mười chữ cái.',
    tooLong: 'Nội dung dài quá 2.000 chữ cái. Xin viết gọn lại hoặc chia làm hai lần gửi.',
  },
  contact: {
    missing: 'Chưa có cách liên hệ.',
    tooShort: 'Cách liên hệ còn ngắn quá.',
    tooLong: 'Cách liên hệ dài quá 100 chữ cái. Xin ghi một số điện thoại hoặc một thư điện tử.',
  },
}

const viProof: Record<ProofProblem, string> = {
  missing: 'Chưa có mã kiểm tra. Xin gõ bốn ký tự trong hình, hoặc chọn trả lời câu hỏi bằng chữ.',
  wrong: 'Mã kiểm tra chưa khớp. Xin gõ mã trong hình mới.',
  expired: 'Mã kiểm tra đã quá mười phút. Xin gõ mã trong hình mới.',
  used: 'Mã kiểm tra này đã dùng rồi. Xin gõ mã trong hình mới.',
  tooFast:
    'Ý kiến được gửi nhanh quá nên cổng chưa nhận. Xin đợi vài giây, gõ mã trong hình mới rồi bấm Gửi lại.',
}

const viAnswer: Record<ProofProblem, string> = {
  missing: 'Chưa có câu trả lời. Xin trả lời câu hỏi bằng chữ số.',
  wrong: 'Câu trả lời chưa đúng. Xin trả lời câu hỏi mới.',
  expired: 'Câu hỏi đã quá mười phút. Xin trả lời câu hỏi mới.',
  used: 'Câu hỏi này đã dùng rồi. Xin trả lời câu hỏi mới.',
  tooFast:
    'Ý kiến được gửi nhanh quá nên cổng chưa nhận. Xin đợi vài giây, trả lời câu hỏi mới rồi bấm Gửi lại.',
}

const viPicture: Record<PictureProblem, string> = {
  tooLarge: 'Hình lớn quá 8 MB hoặc quá nhiều điểm ảnh. Xin chọn hình nhỏ hơn, hoặc gửi không kèm hình.',
  notAPicture: 'Tệp này không phải hình JPEG hay PNG. Xin chọn ảnh chụp, hoặc gửi không kèm hình.',
  broken: 'Hình này không mở được. Xin chụp hoặc chọn lại, hoặc gửi không kèm hình.',
}

const vi = {
  aboutArticle: 'Gửi ý kiến về bài viết',
  pageTitle: 'Góp ý, phản ánh',
  pageLead:
    'Gửi câu hỏi, hoặc báo chế độ chi sai, chi thiếu, chi chậm. Cán bộ của tỉnh đọc ý kiến của ông/bà.',
  about: 'Việc này là',
  abouts: {
    ordinary: {
      name: 'Góp ý, hỏi, phản ánh',
      who: 'Cơ quan có thẩm quyền đọc và trả lời.',
    },
    denunciation: {
      name: 'Tố cáo một người có chức vụ, quyền hạn',
      who: 'Đi đường riêng: chỉ người được giao ở Thanh tra tỉnh đọc; tên người gửi được giữ kín và không bao giờ đăng.',
    },
    child: {
      name: 'Về một trẻ em bị hại hoặc cần giúp',
      who: 'Đi đường riêng: chỉ người phụ trách trẻ em đọc.',
    },
  },
  privacy: 'Những gì ông/bà viết chỉ dùng để xem xét và trả lời ý kiến này.',
  toPrivacy: 'Cổng giữ gì của ông/bà, ai xem, giữ bao lâu',
  fullName: 'Họ và tên',
  title: 'Tiêu đề',
  content: 'Nội dung',
  contentHint: 'Nhiều nhất 2.000 chữ cái. Xin đừng viết số căn cước hay số tài khoản ở đây.',
  contact: 'Số điện thoại hoặc thư điện tử',
  contactHint: 'Chỉ để trả lời ông/bà.',
  contactHintNoMail:
    'Chỉ để trả lời ông/bà. Cổng này chưa gửi được thư điện tử: muốn được báo tin, xin ghi số điện thoại.',
  more: 'Thêm nơi xảy ra hoặc hình ảnh',
  commune: 'Xã, phường',
  noCommune: 'Không nói, hoặc không rõ',
  place: 'Nơi xảy ra',
  placeHint: 'Thôn, xóm, khối, trường học, trạm y tế… bằng lời của ông/bà.',
  picture: 'Hình ảnh',
  pictureHint:
    'Một hình JPEG hoặc PNG, nhiều nhất 8 MB. Cổng xóa tọa độ, ngày giờ và tên máy chụp trong tệp; chỉ cán bộ xử lý xem.',
  pictureAgain: 'Trình duyệt không giữ được hình. Xin chọn lại hình trước khi gửi.',
  pictureProblems: viPicture,
  mayPublish: 'Tôi đồng ý đăng câu trả lời lên cổng',
  mayPublishHint:
    'Không bắt buộc. Khi đăng, họ tên, cách liên hệ và những gì cho biết ông/bà là ai đều được che; cán bộ thứ hai xem lại trước. Ông/bà rút lại lúc nào cũng được.',
  childTitle: 'Trẻ em cần giúp ngay:',
  childCall: 'trẻ đang bị hại hoặc gặp nguy hiểm, xin gọi ngay',
  childNumber: '111 (24/24, miễn phí)',
  toTracking: 'Đã gửi rồi? Tra cứu bằng mã biên nhận',
  toAnswers: 'Xem các câu trả lời đã đăng',
  code: 'Mã kiểm tra',
  codeHint: 'Gõ bốn ký tự trong hình; chữ hoa hay chữ thường đều được.',
  codeImage: 'Hình chứa mã kiểm tra. Nếu không nhìn được, xin bấm nút Trả lời câu hỏi bằng chữ.',
  newImage: 'Đổi hình khác',
  newQuestion: 'Đổi câu hỏi khác',
  useQuestion: 'Không nhìn rõ? Trả lời câu hỏi bằng chữ',
  useImage: 'Dùng mã trong hình',
  trap: 'Xin để trống ô này',
  send: 'Gửi ý kiến',
  checking: 'Đang kiểm tra, xin đợi vài giây',
  once: 'Xin bấm Gửi ý kiến một lần nữa để xác nhận.',
  tooManyQuestions:
    'Từ mạng này đã xin quá nhiều câu hỏi kiểm tra. Xin đợi mười phút rồi thử lại; những gì ông/bà đã viết vẫn còn.',
  tooMany: (time: string) =>
    `Chưa gửi được: từ mạng này đã có năm ý kiến trong mười phút. Xin gửi lại sau ${time}; những gì ông/bà đã viết vẫn còn.`,
  receivedTitle: 'Đã nhận ý kiến của ông/bà',
  receivedLead: 'Xin ghi lại hoặc in mã biên nhận này: chỉ có mã mới mở được ý kiến của ông/bà.',
  receipt: 'Mã biên nhận',
  kept: 'Ý kiến đã được lưu. Chỉ cán bộ có trách nhiệm đọc được.',
  nowAt: (name: string) => `Đang ở: ${name}.`,
  answerBy: (day: string) => `Hạn trả lời: ${day}. Chậm hơn, ý kiến được báo lên cấp trên.`,
  sentOnBy: (day: string) =>
    `Hạn chuyển đến cơ quan có thẩm quyền: ${day}; từ đó có hạn trả lời, xem ở trang Tra cứu.`,
  toldBy: 'Khi có bước mới, ông/bà được báo theo cách liên hệ đã ghi.',
  toldNowhere: 'Ông/bà không ghi cách liên hệ: xin dùng mã này để tra cứu câu trả lời.',
  noReceipt:
    'Không có mã nào để hiện. Nếu ông/bà vừa gửi ý kiến: xin cho phép trang này dùng cookie, quay lại trang trước rồi bấm gửi lần nữa; cùng một ý kiến chỉ được nhận một lần và có cùng mã.',
  noReceiptTitle: 'Chưa thấy mã biên nhận',
  follow: 'Xem ý kiến đang ở đâu',
  goHome: 'Về trang chủ',
  problems: viProblems,
  proof: viProof,
  answer: viAnswer,
}

export const words: Catalogue<typeof vi> = {
  vi,
  en: {
    aboutArticle: 'Send your view of this article',
    pageTitle: 'Feedback and reports',
    pageLead:
      'Ask a question, or report a benefit paid wrongly, short or late. Officers of the province read it.',
    about: 'This is',
    abouts: {
      ordinary: {
        name: 'A suggestion, a question or a report',
        who: 'Read and answered by the authority in charge.',
      },
      denunciation: {
        name: 'A denunciation of somebody in office',
        who: 'On a path of its own: read by named officers of the provincial inspectorate alone; the sender is kept secret and nothing is ever published.',
      },
      child: {
        name: 'About a child who is harmed or needs help',
        who: 'On a path of its own: read by the officers for children alone.',
      },
    },
    privacy: 'What you write is used to look into this message and to answer it.',
    toPrivacy: 'What the portal keeps of you, who sees it and for how long',
    fullName: 'Full name',
    title: 'Title',
    content: 'Message',
    contentHint: 'At most 2,000 characters. Please do not write identity or account numbers here.',
    contact: 'Telephone or e-mail',
    contactHint: 'Only used to answer you.',
    contactHintNoMail:
      'Only used to answer you. This portal cannot send e-mail yet: to be told of news, please give a telephone number.',
    more: 'Add a place or a picture',
    commune: 'Commune or ward',
    noCommune: 'Not said, or not known',
    place: 'Where it happened',
    placeHint: 'Village, school, health station… in your own words.',
    picture: 'Picture',
    pictureHint:
      'One JPEG or PNG, at most 8 MB. Place, time and camera are removed from the file; only the officers who handle it see it.',
    pictureAgain: 'The browser cannot keep a picture. Please choose it again before you send.',
    pictureProblems: {
      tooLarge:
        'The picture is larger than 8 MB or has too many pixels. Please choose a smaller one, or send without.',
      notAPicture: 'This file is no JPEG or PNG. Please choose a photograph, or send without.',
      broken: 'This picture cannot be opened. Please take or choose another, or send without.',
    },
    mayPublish: 'I agree that the answer is published here',
    mayPublishHint:
      'Optional. Your name, your contact and whatever tells who you are is struck out, and a second officer looks first. You can take this back at any time.',
    childTitle: 'A child needs help now:',
    childCall: 'if a child is being harmed or is in danger, please call now',
    childNumber: '111 (24 hours, free)',
    toTracking: 'Sent before? Look it up by its receipt code',
    toAnswers: 'See published answers',
    code: 'Verification code',
    codeHint: 'Type the four characters in the picture; capitals or not, both are fine.',
    codeImage:
      'Picture of the verification code. If you cannot see it, press the button Answer a question in words.',
    newImage: 'Another picture',
    newQuestion: 'Another question',
    useQuestion: 'Hard to see? Answer a question in words',
    useImage: 'Use the code in a picture',
    trap: 'Please leave this field empty',
    send: 'Send',
    checking: 'Checking, a few seconds please',
    once: 'Please press Send once more to confirm.',
    tooManyQuestions:
      'Too many check questions were asked for from this network. Please wait ten minutes and try again; everything you wrote is still here.',
    tooMany: (time) =>
      `Not sent yet: five messages came from this network within ten minutes. Please send again after ${time}; everything you wrote is still here.`,
    receivedTitle: 'We have your message',
    receivedLead: 'Please note or print this receipt code: nothing else opens your message.',
    receipt: 'Receipt code',
    kept: 'Your message is stored. Only the officers in charge can read it.',
    nowAt: (name) => `Now at: ${name}.`,
    answerBy: (day) => `To be answered by ${day}; later than that, it is raised a level.`,
    sentOnBy: (day) =>
      `To be sent to the authority in charge by ${day}; from then on its page tells by when it is answered.`,
    toldBy: 'You will be told of each step by the contact you gave.',
    toldNowhere: 'You gave no contact: please use this code to look the answer up.',
    noReceipt:
      'There is no code to show. If you have just sent a message: please allow cookies for this site, go back and send it again; the same message is taken once and keeps its code.',
    noReceiptTitle: 'No receipt code here',
    follow: 'See where the message is',
    goHome: 'Go to the home page',
    problems: {
      fullName: {
        missing: 'Your name is missing. Please write your full name.',
        tooShort: 'The name needs at least two characters.',
        tooLong: 'The name is longer than 100 characters. Please shorten it.',
      },
      title: {
        missing: 'The title is missing. Please say in a few words what it is about.',
        tooShort: 'The title needs at least three characters.',
        tooLong: 'The title is longer than 200 characters. Please put details into the message.',
      },
      content: {
        missing: 'The message is missing. Please write what you want to say or ask.',
        tooShort: 'The message is too short. Please write at least ten characters.',
        tooLong: 'The message is longer than 2,000 characters. Please shorten it or send it in two parts.',
      },
      contact: {
        missing: 'The contact is missing.',
        tooShort: 'The contact is too short.',
        tooLong: 'The contact is longer than 100 characters. Please give one telephone number or e-mail.',
      },
    },
    proof: {
      missing:
        'The code is missing. Please type the four characters in the picture, or answer a question in words.',
      wrong: 'The code does not match. Please type the code in the new picture.',
      expired: 'The code is older than ten minutes. Please type the code in the new picture.',
      used: 'This code has been used. Please type the code in the new picture.',
      tooFast:
        'That was too fast for us to accept. Please wait a few seconds, type the code in the new picture and send again.',
    },
    answer: {
      missing: 'The answer is missing. Please answer the question in digits.',
      wrong: 'The answer is not right. Please answer the new question.',
      expired: 'The question is older than ten minutes. Please answer the new one.',
      used: 'This question has been used. Please answer the new one.',
      tooFast:
        'That was too fast for us to accept. Please wait a few seconds, answer the new question and send again.',
    },
  },
}
