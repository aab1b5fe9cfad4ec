import type { OpenFile } from '#jobs/export-register'

export interface ExportTexts {
  usage: string
  notEmpty(folder: string): string
  noOfficer(name: string): string
  mayNot(name: string): string
  file(file: OpenFile): string
}

const line = ({ name, bytes, sha256 }: OpenFile, rows: string) =>
  `${name.padEnd(20)} ${rows.padStart(16)} ${`${Math.ceil(bytes / 1024)} kB`.padStart(12)}  sha256 ${sha256}`

export const exportTexts: Record<'vi' | 'en', ExportTexts> = {
  vi: {
    usage: 'Viết: ansinh export register --out THƯ_MỤC [--as CÁN_BỘ]',
    notEmpty: (folder) => `Thư mục ${folder} đã có tệp: chọn một thư mục trống.`,
    noOfficer: (name) => `Không có tài khoản "${name}": xem lại tên đăng nhập sau --as.`,
    mayNot: (name) => `${name} không được xuất toàn bộ sổ: việc này dành cho cán bộ cấp tỉnh.`,
    file: (file) => line(file, file.rows > 0 ? `${file.rows} dòng` : ''),
  },
  en: {
    usage: 'Write: ansinh export register --out DIR [--as OFFICER]',
    notEmpty: (folder) => `The folder ${folder} holds files: choose an empty one.`,
    noOfficer: (name) => `There is no account "${name}": check the user name after --as.`,
    mayNot: (name) => `${name} may not take the whole register out: an officer of the province may.`,
    file: (file) => line(file, file.rows > 0 ? `${file.rows} rows` : ''),
  },
}
