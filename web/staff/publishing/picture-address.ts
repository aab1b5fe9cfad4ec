import type { PictureAddress } from '#web/ui/index.ts'

/** Where officers fetch a picture, published or not. */
export const staffPicture: PictureAddress = (pictureId, width) => `/can-bo/cong/anh/${pictureId}/${width}`
