import path from 'node:path'
import sharp from 'sharp'

/**
 * The yardstick of imports, run as a program of its own: 400-pixel thumbnails of the files named, two at a time, and
 * nothing else. Prints milliseconds. `tsx bare-sharp.ts <folder> <file>…`
 */
sharp.concurrency(1)
sharp.cache(false)
const [folder = '', ...files] = process.argv.slice(2)

async function thumbnail(file: string): Promise<void> {
  await sharp(file)
    .autoOrient()
    .resize(400, 400, { fit: 'inside', withoutEnlargement: true })
    .jpeg({ quality: 80 })
    .toFile(path.join(folder, path.basename(file)))
}

// As for ours, loading the library does not count.
await thumbnail(files[0] ?? '')
const started = performance.now()
let next = 0
await Promise.all(
  [0, 1].map(async () => {
    for (let file = files[next++]; file !== undefined; file = files[next++]) await thumbnail(file)
  }),
)
process.stdout.write(String(performance.now() - started))
