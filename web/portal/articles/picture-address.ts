/** Where readers fetch a picture of a published article in about a width. */
export function pictureAddress(pictureId: string, width: number): string {
  return `/anh/${pictureId}/${width}`
}
