import mammoth from 'mammoth'

export interface DocxPicture {
  /** `1.jpg`: its place in the document. */
  name: string
  bytes: Uint8Array
}

/** The kinds of pictures that photographs come in, with their endings. */
export const pictureEndings = new Map([
  ['image/jpeg', 'jpg'],
  ['image/png', 'png'],
  ['image/gif', 'gif'],
  ['image/tiff', 'tif'],
  ['image/webp', 'webp'],
])

/** The photographs embedded in a Word document, in the order of its text; drawings (EMF, SVG) are none. Rejects for other files. */
export async function docxPictures(bytes: Uint8Array): Promise<DocxPicture[]> {
  const pictures: DocxPicture[] = []
  const convertImage = mammoth.images.imgElement(async (image) => {
    const ending = pictureEndings.get(image.contentType)
    if (ending !== undefined) {
      const name = `${pictures.length + 1}.${ending}`
      // Its place is taken before its bytes are read, for the order.
      const picture = { name, bytes: new Uint8Array() }
      pictures.push(picture)
      picture.bytes = new Uint8Array(await image.readAsArrayBuffer())
    }
    return { src: '' }
  })
  await mammoth.convertToHtml({ buffer: Buffer.from(bytes) }, { convertImage })
  return pictures
}
