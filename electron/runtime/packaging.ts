import { copyFile, mkdir, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { Arch, type AfterPackContext, type Configuration } from 'electron-builder'
import { buildIfStale } from './build.js'
import { findElectron } from './find-electron.js'
import { nodeBinary } from './node-binary.js'

/**
 * How electron-builder packages Cutline. Programs that run on Node, and what they load, lie beside the asar archive, whose
 * inside Node cannot read; the Node that runs them comes along.
 */
export async function packaging(): Promise<Configuration> {
  await buildIfStale()
  // Releases are built where the official download works; elsewhere the found runtime makes a build to try, never to ship.
  const electron = process.platform === 'linux' ? await findElectron() : null
  return {
    appId: 'org.cutline.Cutline',
    productName: 'Cutline',
    directories: { output: 'release', buildResources: 'resources/icons' },
    files: ['dist/**/*', '!dist/**/*.map', '!dist/built-from', 'package.json'],
    asarUnpack: ['dist/engine/**', 'dist/cli/**', 'node_modules/**'],
    extraResources: [
      { from: 'resources', to: 'resources', filter: ['**/*', '!**/*.ts', '!sample/{darkroom,scenes}/**', '!icons/**'] },
      // Its licence (LGPL) goes where it goes.
      { from: 'node_modules/libheif-js/libheif-wasm/LICENSE', to: 'licences/libheif.txt' },
    ],
    // Every native module is an N-API binary from the registry: nothing is compiled against Electron.
    npmRebuild: false,
    nodeGypRebuild: false,
    afterPack: addNode,
    ...(electron?.standIn ? { electronDist: electron.folder, electronVersion: electron.version } : {}),
    linux: {
      target: ['AppImage', 'deb', 'tar.gz'],
      category: 'Graphics',
      icon: 'resources/icons',
      synopsis: 'Captions and credits for news photos',
      maintainer: 'The Cutline authors',
    },
    // ExifTool is written in Perl, which macOS and Linux have; on Windows the package carries its own.
    deb: { depends: ['perl', 'libgtk-3-0', 'libnss3', 'libasound2', 'libgbm1'] },
    mac: { target: ['dmg'], category: 'public.app-category.photography', icon: 'resources/icons/1024x1024.png' },
    win: { target: ['nsis'], icon: 'resources/icons/256x256.png' },
  }
}

/** Puts the Node that runs the engine, and the `cutline` command, into the package. */
async function addNode({ appOutDir, arch, electronPlatformName, packager }: AfterPackContext): Promise<void> {
  const resources = packager.getResourcesDir(appOutDir)
  const node = await nodeBinary(electronPlatformName, Arch[arch])
  await copyFile(node, path.join(resources, path.basename(node)))
  const bin = path.join(resources, 'bin')
  await mkdir(bin, { recursive: true })
  if (electronPlatformName === 'win32') await writeFile(path.join(bin, 'cutline.cmd'), windowsLauncher)
  else await writeFile(path.join(bin, 'cutline'), unixLauncher, { mode: 0o755 })
}

/** Follows links, so that it can be linked into a folder on PATH. */
const unixLauncher = `#!/bin/sh
self=$0
while [ -L "$self" ]; do
  link=$(readlink "$self")
  case $link in
    /*) self=$link ;;
    *) self=$(dirname "$self")/$link ;;
  esac
done
resources=$(cd "$(dirname "$self")/.." && pwd)
exec "$resources/node" "$resources/app.asar.unpacked/dist/cli/cutline.js" "$@"
`

const windowsLauncher = `@echo off\r
"%~dp0..\\node.exe" "%~dp0..\\app.asar.unpacked\\dist\\cli\\cutline.js" %*\r
`
