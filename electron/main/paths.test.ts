import path from 'node:path'
import { expect, it } from 'vitest'
import { findPaths } from './paths.js'

it('finds the parts of a checkout beside main.js, with the Node that npm runs on', () => {
  const here = path.resolve('/somewhere/cutline/dist/main')
  const app = path.resolve('/somewhere/cutline')
  const env = { CUTLINE_NODE: '/node/bin/node' }
  expect(findPaths({ here, packaged: false, resourcesPath: '/electron/resources', platform: 'linux', env })).toEqual({
    node: '/node/bin/node',
    engine: path.join(app, 'dist/engine/host.js'),
    resources: path.join(app, 'resources'),
    preload: path.join(app, 'dist/preload/preload.cjs'),
    page: path.join(app, 'dist/renderer'),
  })
})

it.each([
  { platform: 'linux', node: 'node' },
  { platform: 'win32', node: 'node.exe' },
] as const)('finds the parts of a packaged application on $platform, whatever the environment says', (one) => {
  const resourcesPath = path.resolve('/opt/Cutline/resources')
  const here = path.join(resourcesPath, 'app.asar', 'dist', 'main')
  const env = { CUTLINE_NODE: '/elsewhere/node' }
  const found = findPaths({ here, packaged: true, resourcesPath, platform: one.platform, env })
  expect(found).toEqual({
    node: path.join(resourcesPath, one.node),
    engine: path.join(resourcesPath, 'app.asar.unpacked', 'dist', 'engine', 'host.js'),
    resources: path.join(resourcesPath, 'resources'),
    preload: path.join(resourcesPath, 'app.asar', 'dist', 'preload', 'preload.cjs'),
    page: path.join(resourcesPath, 'app.asar', 'dist', 'renderer'),
  })
})
