import type { BundledArticle } from './articles.ts'
import { paragraph } from './blocks/index.ts'

/**
 * The notice the system answers to, as the public article of record has it, word for word.
 * The text names day and month only; 2022 follows from the 75th anniversary of 27/7/1947 that it mentions. The day of
 * publication is not known, so the notice's own day stands in for it.
 */
export const notice440: BundledArticle = {
  slug: 'thong-bao-440-dung-doi-tuong-du-che-do-kip-thoi',
  language: 'vi',
  title: 'Triển khai thực hiện nhiệm vụ trên nguyên tắc đúng đối tượng, đủ chế độ và kịp thời',
  lead: 'Ngày 28/6, UBND tỉnh ban hành Thông báo số 440/TB-UBND kết luận của đồng chí Nguyễn Đức Trung - Phó Bí thư Tỉnh ủy, Chủ tịch UBND tỉnh tại buổi làm việc với Sở Lao động, Thương binh và Xã hội vào ngày 23/6.',
  body: [
    paragraph(
      'Theo đó, Chủ tịch UBND tỉnh Nguyễn Đức Trung đánh giá cao những kết quả Sở Lao động, Thương binh và Xã hội (LĐTB&XH) đạt được trên các mặt công tác của ngành; công tác phòng chống dịch COVID-19... Đồng thời, Chủ tịch UBND tỉnh Nguyễn Đức Trung cũng đã lưu ý một số hạn chế, tồn tại và yêu cầu Sở Lao động, Thương binh và Xã hội cần phải khắc phục.',
    ),
    paragraph(
      'Về nhiệm vụ trọng tâm trong thời gian tới, Chủ tịch UBND tỉnh Nguyễn Đức Trung yêu cầu Sở LĐ,TB&XH bám sát các nội dung Nghị quyết Đại hội Đảng bộ tỉnh, Đảng bộ Sở nhiệm kỳ 2020-2025 tập trung rà soát, đánh giá thực hiện các chỉ tiêu, nhiệm vụ để chỉ đạo quyết liệt thực hiện nhằm đạt và vượt kế hoạch đề ra. Các chỉ tiêu thực hiện phải đảm bảo thực chất, có chất lượng; việc triển khai thực hiện nhiệm vụ trên nguyên tắc đúng đối tượng, đủ chế độ và kịp thời.',
    ),
    paragraph(
      'Cùng với đó, tập trung triển khai thực hiện tốt các nhiệm vụ thuộc lĩnh vực ngành quản lý. Trong đó, quan tâm đến công tác lao động, việc làm, đảm bảo an toàn vệ sinh lao động; phối hợp với Ban quản lý Khu kinh tế Đông Nam sẵn sàng nguồn nhân lực cho các doanh nghiệp đến đầu tư trên địa bàn tỉnh Nghệ An; tăng cường kết nối cung – cầu lao động, tổ chức hội chợ, tư vấn, giới thiệu việc làm; giải quyết kịp thời, hài hòa mối quan hệ giữa người lao động và người sử dụng lao động. Tăng cường quản lý công tác đưa người đi làm việc ở nước ngoài theo hợp đồng để bảo vệ quyền lợi hợp pháp của người lao động ở nước ngoài. Rà soát, đánh giá hoạt động của các doanh nghiệp dịch vụ đưa người đi làm việc ở nước ngoài trên địa bàn để có các giải pháp quản lý hiệu quả. Quan tâm chất lượng đào tạo nghề, triển khai hiệu quả Đề án số 14-ĐA/TU ngày 25/01/2022 của Ban Thường vụ Tỉnh ủy về đào tạo, phát triển nhân lực có kỹ năng nghề trên địa bàn trong giai đoạn 2021 - 2025, định hướng đến năm 2030.',
    ),
    paragraph(
      'Sở cần tiếp tục thực hiện tốt chính sách đối với người có công, người nghèo, bảo trợ xã hội; tham mưu UBND tỉnh xử lý dứt điểm hồ sơ tồn đọng của đối tượng người có công trên địa bàn; tham mưu tổ chức tốt các hoạt động kỷ niệm 75 năm Ngày Thương binh, Liệt sĩ (27/7).',
    ),
    paragraph(
      'Chủ tịch UBND tỉnh yêu cầu Sở LĐ,TB&XH cần triển khai thực hiện kịp thời, hiệu quả Chương trình MTQG giảm nghèo bền vững giai đoạn 2021-2025, phối hợp với các ngành thực hiện lồng ghép với 2 Chương trình MTQG Xây dựng Nông thôn mới và Chương trình trình MTQG phát triển kinh tế - xã hội vùng dân tộc thiểu số đạt hiệu quả cao, đúng mục đích, đúng đối tượng.',
    ),
    paragraph(
      'Sở cần tăng cường công tác bảo vệ, chăm sóc và giáo dục trẻ em để mọi trẻ em có cuộc sống an toàn, lành mạnh, tránh các nguy cơ tai nạn đuối nước, xâm hại trẻ em; quan tâm công tác bình đẳng giới, vì sự tiến bộ của phụ nữ tại cơ sở.',
    ),
    paragraph(
      'Chủ tịch UBND tỉnh Nguyễn Đức Trung cũng yêu cầu Sở LĐ,TB&XH làm tốt công tác phối hợp liên ngành; thực hiện có hiệu quả công tác truyền thông, công khai, minh bạch, kịp thời, hiệu quả trong thực hiện chính sách để người dân hiểu và nắm rõ, chính sách đi vào cuộc sống, phát huy hiệu quả. Tiến hành rà soát, sắp xếp, kiện toàn tổ chức bộ máy nhằm nâng cao ý thức trách nhiệm, đạo đức công vụ của đội ngũ cán bộ, nhất là đội ngũ trực tiếp thực hiện đối với người dân; lấy tinh thần phục vụ, người dân làm trung tâm để thực hiện chính sách.',
    ),
    paragraph(
      'Đồng thời tiếp tục thực hiện công tác cải cách hành chính, đẩy mạnh chuyển đổi số và ứng dụng công nghệ thông tin, trong đó quan tâm số hóa hệ thống cơ sở dữ liệu để xử lý nhiệm vụ của ngành ngày càng tốt hơn, nhanh hơn và chính xác hơn.',
    ),
    paragraph(
      'Đối với kiến nghị đề xuất của Sở LĐ,TB&XH, Chủ tịch UBND tỉnh Nguyễn Đức Trung giao các sở, ngành chức năng liên quan tham mưu xử lý.',
    ),
  ],
  byline: 'PQ (tổng hợp)',
  banner: 'pond',
  tags: [
    'Thông báo 440/TB-UBND',
    'Việc làm',
    'Người có công',
    'Giảm nghèo',
    'Trẻ em',
    'Bình đẳng giới',
    'Chuyển đổi số',
  ],
  documentNumber: '440/TB-UBND',
  documentOn: '2022-06-28',
  documentYearInferred: true,
  publishedAt: new Date('2022-06-28T00:00:00+07:00'),
}
