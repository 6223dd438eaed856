import { execa } from 'execa'
import { PlainFailure, say } from './say.js'

/** What a window needs of a Debian-like system. Each entry: names of one package, the newer Debian's or Ubuntu's first. */
const wanted: readonly (readonly string[])[] = [
  ['libgtk-3-0t64', 'libgtk-3-0'],
  ['libnss3'],
  ['libasound2t64', 'libasound2'],
  ['libgbm1'],
  // Without it Chinese shows as boxes.
  ['fonts-noto-cjk'],
  // ExifTool is written in it.
  ['perl'],
]
const displayPackage = ['xvfb']
/** Reads what Cutline writes, with other eyes than its own; tests that use one skip, saying so, where it is absent. */
const testPackages: readonly (readonly string[])[] = [
  ['exiv2'],
  ['libxml2-utils'],
  ['poppler-utils'],
  ['libreoffice-writer-nogui', 'libreoffice-writer'],
]

export interface PackageSystem {
  /** Names among these that are installed. */
  installed: (names: readonly string[]) => Promise<ReadonlySet<string>>
  /** Names among these that can be installed. */
  available: (names: readonly string[]) => Promise<ReadonlySet<string>>
}

/** The packages that are missing, by the names that this system knows them by. */
export async function missingPackages(
  groups: readonly (readonly string[])[],
  { installed, available }: PackageSystem,
): Promise<string[]> {
  const names = groups.flat()
  const there = await installed(names)
  const lacking = groups.filter((group) => !group.some((name) => there.has(name)))
  if (lacking.length === 0) return []
  const known = await available(lacking.flat())
  return lacking.map((group) => group.find((name) => known.has(name)) ?? group.at(-1) ?? '')
}

/**
 * Sees to it that the system has what a window needs: installs it as root on a Debian-like system, names the one command
 * otherwise. `display`: also what a virtual display needs. On other systems there is nothing to do.
 */
export async function ensureSystemPackages({ display }: { display: boolean }): Promise<void> {
  if (process.platform !== 'linux' || !(await has('dpkg-query')) || !(await has('apt-get'))) return
  const groups = display ? [...wanted, displayPackage] : wanted
  let missing = await missingPackages(groups, debian)
  if (missing.length === 0) return
  if (process.getuid?.() !== 0) {
    throw new PlainFailure(
      `The system lacks packages that the window needs. Install them with\n\n` +
        `  sudo apt-get install -y --no-install-recommends ${missing.join(' ')}\n`,
    )
  }
  say(`Installing ${missing.join(', ')} …`)
  const options = { env: { DEBIAN_FRONTEND: 'noninteractive' }, all: true } as const
  await apt(['update', '-q'], options)
  // An updated list may know packages by newer names.
  missing = await missingPackages(groups, debian)
  await apt(['install', '-y', '-q', '--no-install-recommends', ...missing], options)
}

/** Installs what only tests use, where that can be done without asking anybody; otherwise goes on without. */
export async function offerTestPackages(): Promise<void> {
  if (process.platform !== 'linux' || !(await has('dpkg-query')) || !(await has('apt-get'))) return
  const missing = await missingPackages(testPackages, debian)
  if (missing.length === 0) return
  if (process.getuid?.() !== 0) {
    say(`${missing.join(', ')} not installed; a few tests skip what they would do with it.`)
    return
  }
  say(`Installing ${missing.join(', ')} …`)
  const options = { env: { DEBIAN_FRONTEND: 'noninteractive' }, all: true } as const
  try {
    await apt(['update', '-q'], options)
    await apt(['install', '-y', '-q', '--no-install-recommends', ...missing], options)
  } catch (error) {
    if (!(error instanceof PlainFailure)) throw error
    say(`${error.message}\nThe tests go on without.`)
  }
}

async function apt(args: string[], options: { env: Record<string, string>; all: true }): Promise<void> {
  const { failed, all } = await execa('apt-get', args, { ...options, reject: false })
  if (failed) throw new PlainFailure(`apt-get ${args.join(' ')} failed:\n${all.split('\n').slice(-15).join('\n')}`)
}

const debian: PackageSystem = {
  installed: async (names) => {
    const { stdout } = await execa('dpkg-query', ['-W', '-f', '${Package} ${db:Status-Status}\n', ...names], {
      reject: false,
    })
    return namesWhere(stdout, (line) => line.endsWith(' installed'))
  },
  available: async (names) => {
    const { stdout } = await execa('apt-cache', ['policy', ...names], { reject: false })
    // `name:` on a line of its own, then `  Candidate: 1.2` or `(none)`.
    const known = new Set<string>()
    let name = ''
    for (const line of stdout.split('\n')) {
      if (/^\S+:$/.test(line)) name = line.slice(0, -1)
      if (/^ {2}Candidate: (?!\(none\))/.test(line)) known.add(name)
    }
    return known
  },
}

function namesWhere(text: string, holds: (line: string) => boolean): Set<string> {
  return new Set(
    text
      .split('\n')
      .filter(holds)
      .map((line) => line.split(' ')[0] ?? ''),
  )
}

async function has(program: string): Promise<boolean> {
  const { failed } = await execa('sh', ['-c', `command -v ${program}`], { reject: false })
  return !failed
}
