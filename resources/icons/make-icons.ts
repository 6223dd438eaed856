import path from 'node:path'
import sharp from 'sharp'

/** Draws the icon in the sizes that systems ask for: `npx tsx resources/icons/make-icons.ts`. */
const folder = import.meta.dirname
for (const size of [16, 32, 48, 64, 128, 256, 512, 1024]) {
  await sharp(path.join(folder, 'cutline.svg'), { density: 96 })
    .resize(size, size)
    .png({ compressionLevel: 9, palette: size <= 256 })
    .toFile(path.join(folder, `${size}x${size}.png`))
}
