import type { Catalogue } from '#web/ui/index.ts'

const vi = {
  title: 'Đăng nhập cho cán bộ',
  lead: 'Nơi làm việc của cán bộ an sinh xã hội tỉnh Nghệ An.',
  username: 'Tên đăng nhập',
  password: 'Mật khẩu',
  submit: 'Đăng nhập',
  help: 'Quên mật khẩu: xin gặp người quản trị của đơn vị. Người dân không cần đăng nhập để tra cứu.',
  problems: {
    wrong: 'Tên đăng nhập hoặc mật khẩu chưa đúng. Xin kiểm tra lại bộ gõ tiếng Việt và phím Caps Lock.',
    tooMany: 'Đã thử quá nhiều lần. Xin đợi vài phút rồi thử lại, hoặc gặp người quản trị của đơn vị.',
    empty: 'Xin điền cả tên đăng nhập và mật khẩu.',
  },
}

export const words: Catalogue<typeof vi> = {
  vi,
  en: {
    title: 'Sign in for officers',
    lead: 'The workspace of social protection officers in Nghệ An province.',
    username: 'User name',
    password: 'Password',
    submit: 'Sign in',
    help: 'Forgot your password: please see the administrator of your unit. Citizens need no account.',
    problems: {
      wrong: 'The user name or the password is not right. Please check the keyboard layout and Caps Lock.',
      tooMany: 'Too many tries. Please wait a few minutes, or see the administrator of your unit.',
      empty: 'Please fill in both the user name and the password.',
    },
  },
}
