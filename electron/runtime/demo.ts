import { mkdtemp, readFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { execa } from 'execa'
import { exiftoolPath } from 'exiftool-vendored'
import { buildIfStale } from './build.js'
import { projectFolder } from './bundles.js'
import { PlainFailure, runCommand } from './say.js'

/** What the demo uses of resources/sample/assignment.json. */
interface Assignment {
  /** Files, in the order of the texts. */
  photos: string[]
  texts: {
    'zh-Hant': { headline: string; slug: string; byline: string; text: string; photos: { caption: string }[] }
  }
}

/** The credit of every photo whose sample text states none of its own. */
const credit = '通訊員 供圖'

/** `npm run demo [-- <folder>]`: the main job without a window, through the command line, on the sample assignment. */
async function demo(given: string | undefined): Promise<number> {
  await buildIfStale()
  const base = given === undefined ? await mkdtemp(path.join(tmpdir(), 'cutline-demo-')) : path.resolve(given)
  const archive = path.join(base, '示範圖庫')
  const sample = path.join(projectFolder, 'resources', 'sample')
  // Written by this project, beside this program.
  const { photos: files, texts } = JSON.parse(
    await readFile(path.join(sample, 'assignment.json'), 'utf8'),
  ) as Assignment
  const { headline, slug, byline, text, photos } = texts['zh-Hant']

  step('A new archive')
  await cutline('init', archive, '--name', '示範圖庫')
  tell(archive)

  step('Six photos come in: copied, verified, read, thumbnails made')
  const { imported } = await cutline<{ imported: { id: string; file: string; sha256: string }[] }>(
    ...['import', archive, ...files.map((file) => path.join(sample, file))],
  )
  for (const { file, sha256 } of imported) tell(`${file}  ${sha256.slice(0, 12)}…`)

  step(`Captions, and the credit 「${credit}」`)
  for (const [at, { id }] of imported.entries()) {
    const caption = photos[at]?.caption ?? ''
    await cutline('caption', archive, id, '--credit', credit, ...(caption === '' ? [] : ['--caption', caption]))
    tell(caption === '' ? `${imported[at]?.file ?? ''}: no caption yet` : caption)
  }

  step('A story with its photos')
  const { story } = await cutline<{ story: { id: string } }>(
    ...['story', 'create', archive, '--headline', headline, '--slug', slug, '--byline', byline, '--text', text],
  )
  await cutline('story', 'add', archive, story.id, ...imported.map(({ id }) => id))
  tell(headline)

  step('The bundle')
  const { destination, files: bundled } = await cutline<{ destination: string; files: { path: string }[] }>(
    ...['export', archive, story.id, base, '--preset', 'web'],
  )
  for (const file of bundled) tell(file.path)

  step('A rendition, read back with ExifTool')
  const rendition = bundled.find((file) => file.path.endsWith('.jpg'))?.path ?? ''
  const tags = ['-XMP-dc:Description', '-IPTC:Caption-Abstract', '-XMP-photoshop:Credit', '-IPTC:Credit']
  const { stdout } = await execa('perl', [
    await exiftoolPath(),
    ...['-G1', '-S', ...tags, path.join(destination, rendition)],
  ])
  for (const line of stdout.split('\n')) tell(line)

  step('Everything is checked')
  await cutline('verify', archive)
  tell('Every original is as it came; catalog, index and files agree.')
  console.log(`\nThe archive:  ${archive}\nThe bundle:   ${destination}`)
  return 0
}

/** Runs a command of the built command line and answers its JSON. Rejects with what it said. */
async function cutline<T>(...args: string[]): Promise<T> {
  const program = path.join(projectFolder, 'dist', 'cli', 'cutline.js')
  const { failed, stdout, stderr } = await execa(process.execPath, [program, ...args, '--json'], { reject: false })
  if (failed) throw new PlainFailure(`cutline ${args[0] ?? ''} failed.\n${stderr}\n${stdout}`)
  // The command line's own documents, of the shapes that the README gives.
  return JSON.parse(stdout) as T
}

function step(title: string): void {
  console.log(`\n${title}`)
}

function tell(line: string): void {
  console.log(`  ${line}`)
}

await runCommand(() => demo(process.argv[2]))
