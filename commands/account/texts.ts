export const accountTexts = {
  vi: {
    missing:
      'Cần --username, --name và --role; ví dụ: ansinh account --username lan.vinhphu --name "Nguyễn Thị Lan" --role communeOfficer --unit 16702',
    badUsername: (name: string) =>
      `"${name}" không dùng làm tên đăng nhập được: 3 đến 30 ký tự a–z, 0–9, . _ -`,
    badRole: (role: string) =>
      `"${role}" không phải là vai trò: chọn communeOfficer (cán bộ xã), provinceOfficer (chuyên viên tỉnh) hoặc leader (lãnh đạo, chỉ xem)`,
    needsUnit:
      'Cán bộ xã cần --unit: mã hoặc tên xã, phường, ví dụ --unit 16702 hoặc --unit "Phường Vinh Phú"',
    noUnit: (unit: string) => `Không có xã, phường nào hiện nay là "${unit}": dùng mã 5 số hoặc tên đầy đủ`,
    noUnitForProvince: 'Chuyên viên tỉnh không thuộc xã nào: bỏ --unit',
    badAgency: (code: string, codes: string) => `"${code}" không phải mã cơ quan: chọn một trong ${codes}`,
    badArea: (area: string) =>
      `"${area}" không phải mã lĩnh vực: gõ ansinh account --codes để xem mọi mã; nhiều mã cách nhau bằng dấu phẩy`,
    agencies: 'Cơ quan (--agency)',
    areas: 'Lĩnh vực (--areas)',
    allAreas: 'mọi lĩnh vực; không gồm tố cáo và thư về trẻ em, hai đường riêng phải được giao đích danh',
    denunciation: 'Tố cáo gửi qua cổng (đường riêng)',
    badPassword: 'Mật khẩu cần từ 8 đến 128 ký tự',
    ask: 'Mật khẩu (Enter để hệ thống tự đặt): ',
    opened: (username: string, role: string, unit: string) => `Đã mở tài khoản ${username}: ${role}, ${unit}`,
    renewed: (username: string, role: string, unit: string) =>
      `Đã đổi tài khoản ${username}: ${role}, ${unit}`,
    password: (password: string) => `Mật khẩu: ${password}   (chỉ hiện một lần này)`,
    exists: (username: string) =>
      `Đã có tài khoản ${username}: thêm --renew để đổi vai trò, địa bàn và mật khẩu của tài khoản đó`,
    roles: { communeOfficer: 'cán bộ xã', provinceOfficer: 'chuyên viên tỉnh', leader: 'lãnh đạo, chỉ xem' },
    province: 'toàn tỉnh',
  },
  en: {
    missing:
      '--username, --name and --role are needed, as in: ansinh account --username lan.vinhphu --name "Nguyễn Thị Lan" --role communeOfficer --unit 16702',
    badUsername: (name: string) => `"${name}" cannot be a user name: 3 to 30 of a–z, 0–9, . _ -`,
    badRole: (role: string) => `"${role}" is no role: choose communeOfficer, provinceOfficer or leader`,
    needsUnit: 'An officer of a commune needs --unit: its code or name, as --unit 16702',
    noUnit: (unit: string) => `No commune today is "${unit}": give its code of five digits or its full name`,
    noUnitForProvince: 'An officer of the province belongs to no commune: leave --unit out',
    badAgency: (code: string, codes: string) => `"${code}" is no agency: choose one of ${codes}`,
    badArea: (area: string) =>
      `"${area}" is no area: ansinh account --codes lists them all; several are divided by commas`,
    agencies: 'Agencies (--agency)',
    areas: 'Areas (--areas)',
    allAreas: 'every area; denunciations and messages about children are given by name alone',
    denunciation: 'Denunciations sent by the portal (reserved)',
    badPassword: 'A password has 8 to 128 characters',
    ask: 'Password (Enter to have one made): ',
    opened: (username: string, role: string, unit: string) => `Account ${username} opened: ${role}, ${unit}`,
    renewed: (username: string, role: string, unit: string) =>
      `Account ${username} renewed: ${role}, ${unit}`,
    password: (password: string) => `Password: ${password}   (shown this once)`,
    exists: (username: string) =>
      `There is an account ${username}: add --renew to change its role, unit and password`,
    roles: {
      communeOfficer: 'commune officer',
      provinceOfficer: 'province officer',
      leader: 'leader, reads only',
    },
    province: 'the whole province',
  },
} as const
