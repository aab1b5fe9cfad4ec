import { departmentNames } from './agency-names.ts'
import { after, anyOf, before, placed } from './phrases.ts'

/** The words of which names of agencies are made. */
export const office = `(?:${anyOf(
  `giám đốc | phó giám đốc | chủ tịch | phó chủ tịch | thủ trưởng | chánh văn phòng | người đứng đầu | lãnh đạo
  | trưởng ban | phó trưởng ban | trưởng | thường trực | chánh thanh tra | hiệu trưởng | cục trưởng | bí thư | phó bí thư | chỉ huy trưởng
  | bộ trưởng | thứ trưởng | phó thủ tướng | trưởng phòng | phó trưởng phòng | phó chánh văn phòng | chuyên viên | tổng giám đốc | viện trưởng | chánh án | các phó chủ tịch | đồng chí | các đồng chí`,
)}(?: và)? (?:các )?)`
const councils = `(?:ubnd|hđnd|ủy ban nhân dân|uỷ ban nhân dân|hội đồng nhân dân|(?:ủy ban |uỷ ban |ubnd )?(?:mặt trận tổ quốc|mttq)(?: việt nam)?)`
const communes =
  '(?:xã|phường|thị trấn|huyện|thị xã|thành phố|đặc khu|tỉnh)(?:(?:,? và |, ?|/)(?:các )?(?:xã|phường|thị trấn|huyện|thị xã|thành phố|đặc khu)(?![\\p{L}\\p{N}]))*'
const ranks = `${before}(?:tỉnh ủy|ubnd tỉnh|tỉnh nghệ an|tỉnh|(?:thành phố|thị xã|xã|phường|đặc khu)(?! (?:hội|viên|đội|luận))|(?:bản|thôn)(?=[,;.:]|$| và | chủ trì| phối hợp| tổ chức| rà soát| lập| báo cáo| thực hiện)|khu vực|cấp tỉnh|cấp xã|cấp huyện|trung ương|nghệ an|các cấp|địa phương|cơ sở)${after}`
const group = `(?:các |những |mọi |từng )?(?:tổ chức chính trị - xã hội|cơ sở giáo dục nghề nghiệp|cơ sở giáo dục|cơ sở trợ giúp xã hội|cơ sở bảo trợ xã hội|cơ sở đào tạo|trường cao đẳng|trường trung cấp|trung cấp|cao đẳng|trường học|trung tâm|tổ chức đảng|cấp ủy đảng|ban đảng|cấp ủy|đảng ủy|đảng bộ|chi bộ|sở|ban|ngành|cơ quan|đơn vị|địa phương|xã|phường|thị trấn|huyện|thành phố|thị xã|đặc khu|doanh nghiệp|trường(?! (?:hợp|học|lớp))|đoàn thể|tổ chức|hội|cấp|nhà thầu|cơ sở y tế|bệnh viện|ngân hàng thương mại|ngân hàng|cơ quan báo chí|chủ đầu tư|trạm y tế|phòng|chính quyền|thành viên|thôn trưởng|khu phố|tổ dân phố|ấp|khóm|buôn|làng|thôn|bản|khối|xóm|trưởng thôn|trưởng bản|khối trưởng|hộ gia đình|cộng tác viên)`
const groups = `(?:(?:các|những|mọi|từng|mỗi) ${group.replace('(?:các |những |mọi |từng )?', '')}${after}(?:(?:, ?| và |; ?)${group}${after}(?! [\\p{Lu}]))*)`
const related = `(?: (?:chức năng|chuyên môn|trực thuộc|cấp tỉnh|cấp xã|liên quan|có liên quan|địa phương|trên địa bàn tỉnh nghệ an|trên địa bàn tỉnh|trên địa bàn|thuộc tỉnh|của tỉnh|trong tỉnh|ngoài công lập|vùng cao|miền núi|ven biển|biên giới|nghề nghiệp|chính trị - xã hội|đoàn thể|có (?:sử dụng )?từ [\\d.]{1,6} [\\p{L} ]{2,20} trở (?:lên|xuống)|nêu trên|nói trên|trên|báo chí|truyền thông|thông tấn, báo chí|có tên trên|các (?:xóm|thôn|bản|khối|ấp|khóm|thôn, bản|tổ dân phố)(?= ?[:,;.]|$))${after})*`

export const fixed = placed(
  `${office}*(?:${before}(?:sở|bộ) ${departmentNames}|(?:${councils}|đảng ủy|đảng uỷ)${after}(?: (?:các )?${communes}${after}(?! [\\p{Lu}])|(?= ))|${before}(?:tỉnh ủy|thành ủy)(?! viên)${after}|${before}${groups}|` +
    `${anyOf(
      `ngân hàng chính sách xã hội | bảo hiểm xã hội | bhxh | báo và phát thanh, truyền hình | liên đoàn lao động | lđlđ
      | đài phát thanh và truyền hình | kho bạc nhà nước | ngân hàng nhà nước | ban thường vụ tỉnh ủy
      | thường trực tỉnh ủy | thường trực hđnd | tỉnh đoàn | đoàn thanh niên | công an | thanh tra | văn phòng ubnd
      | văn phòng đoàn đbqh và hđnd | văn phòng | thủ tướng chính phủ | chính phủ | tổ công tác | trung ương
      | ngân hàng chính sách xã hội chi nhánh | ngân hàng nhà nước chi nhánh | ban quản lý | ban quản trị | bộ chỉ huy quân sự | bộ chỉ huy bộ đội biên phòng | bộ đội biên phòng | ban dân tộc | ban chỉ đạo
      | ban quản lý khu kinh tế đông nam | hội cựu chiến binh | hội nông dân | hội liên hiệp phụ nữ | hội chữ thập đỏ
      | phòng kinh tế, hạ tầng và đô thị | phòng văn hóa - xã hội | hội người cao tuổi | hội người khuyết tật | hội người mù | đảng ủy | ban chỉ huy quân sự | quân khu 4
      | ban quản lý các khu công nghiệp | ban quản lý khu kinh tế | chính quyền xã | chính quyền cấp xã | chính quyền địa phương
      | chính quyền cơ sở | chính quyền các cấp | doanh nghiệp | chủ đầu tư | nhà trường | kế toán | cán bộ | công chức | trạm y tế xã | trạm y tế phường | trạm y tế | khối trưởng | xóm trưởng | ấp trưởng | thôn trưởng | trưởng thôn
      | trưởng bản | tổ trưởng tổ dân phố | ban giám đốc | giám đốc sở | phó giám đốc sở | lãnh đạo sở | chánh văn phòng sở | chánh thanh tra sở | chánh thanh tra | bí thư chi bộ | trưởng trạm y tế | hiệu trưởng | giám đốc trung tâm | giám đốc công ty | chủ nhiệm hợp tác xã
      | công ty | hợp tác xã | nhà máy | trung tâm trợ giúp pháp lý nhà nước | trung tâm trợ giúp pháp lý | đoàn kiểm tra | đoàn công tác | đoàn giám sát | đoàn thanh tra | tổ kiểm tra | tổ giúp việc | trưởng đoàn | bưu điện | cơ quan thường trực | cơ quan chủ trì | đơn vị chủ trì | đơn vị thường trực | cơ sở giáo dục nghề nghiệp | cơ sở trợ giúp xã hội | cơ sở bảo trợ xã hội | cơ sở y tế | người sử dụng lao động | hai bên | các bên
      | trung tâm dịch vụ việc làm | trung tâm công tác xã hội | trung tâm phục vụ hành chính công | tổ thư ký`,
    )})`,
)
export const mayBeSmall =
  /^(?:các|những|mọi|từng|mỗi|sở|bộ|bộ trưởng|thứ trưởng|ubnd|ủy ban|uỷ ban|giám đốc|phó|chủ tịch|thủ trưởng|chánh|người|lãnh đạo|trưởng|đồng chí|mặt trận|ban |tổ công tác|hội |chính quyền |công chức|khối trưởng|xóm trưởng|trưởng |tổ trưởng|trạm y tế|phòng (?:kinh tế|văn hóa - xã hội))/u
export const tail = placed(`(?: ${ranks})?${related}`)
export const headword = placed(
  `${office}*(?!tổ chức|cơ sở (?:vật chất|dữ liệu|hạ tầng)|bộ phận|ban (?:hành|đầu)|hội (?:nghị|thảo)|đoàn kết|phòng,? (?:chống|ngừa)|trường hợp|báo cáo|viện trợ|bản (?:thân|đồ|án)|xã hội)${anyOf(
    `sở | bộ | ban | hội | cục | chi cục | trung tâm | viện | trường | phòng | bệnh viện | quỹ | tập đoàn | công ty
    | nhà thầu | hợp tác xã | liên minh | ngân hàng | đài | báo | tổ | trạm | chi nhánh | bưu điện | cảng | tổng công ty | đoàn
    | hạt | khối | xóm | thôn | bản | tổ dân phố | nhà máy | câu lạc bộ | tòa án | viện kiểm sát | cơ sở | liên hiệp | học viện | trường cao đẳng | ủy ban
    | ubnd | ubnd xã | ubnd phường | ubnd huyện | ubnd thành phố | ubnd thị xã | xã | phường | huyện | thành phố`,
  )}(?= )`,
)
/** An office and then a name: `Phó Thủ tướng Nguyễn Văn A`. */
export const holder = placed(`${office}+`)
export const comma = /(?:, ?| và | hoặc | \+ )/uy
export const word = /[\p{L}\p{N}&.'–-]+/uy
export const stopWord = placed(
  anyOf(
    `tại | để | về | trước | trong | nhằm | theo | từ | khi | nếu | là | đã | đang | sẽ | được | bị | vào | ngày | việc
    | hằng | hàng | có | cần | phải | như | đề nghị | kiến nghị | yêu cầu | thì | tự | nào | mời | xin | mong | vẫn | chưa | không | kết luận | ban hành | xem xét | nhất trí | cũng | qua | kèm | lưu ý | chú ý | căn cứ | trên`,
  ),
)
