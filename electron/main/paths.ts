import path from 'node:path'

/** Where the parts of Cutline stand, absolute (`node` may also be a name to be found on PATH in development). */
export interface ShellPaths {
  /** The Node that runs the engine. */
  node: string
  engine: string
  resources: string
  preload: string
  /** The folder of the built page. */
  page: string
}

export interface PathsFrom {
  /** The folder of the running main.js: `<app>/dist/main`. */
  here: string
  packaged: boolean
  resourcesPath: string
  platform: NodeJS.Platform
  env: NodeJS.ProcessEnv
}

/**
 * Finds Cutline's parts. Programs that Node runs cannot lie in an asar archive, so a packaged application keeps them
 * unpacked beside it, together with the Node that runs them.
 */
export function findPaths({ here, packaged, resourcesPath, platform, env }: PathsFrom): ShellPaths {
  const app = path.resolve(here, '../..')
  const window = { preload: path.join(app, 'dist/preload/preload.cjs'), page: path.join(app, 'dist/renderer') }
  if (packaged) {
    return {
      ...window,
      node: path.join(resourcesPath, platform === 'win32' ? 'node.exe' : 'node'),
      engine: path.join(resourcesPath, 'app.asar.unpacked', 'dist', 'engine', 'host.js'),
      resources: path.join(resourcesPath, 'resources'),
    }
  }
  return {
    ...window,
    node: env.CUTLINE_NODE ?? env.npm_node_execpath ?? 'node',
    engine: path.join(app, 'dist', 'engine', 'host.js'),
    resources: path.join(app, 'resources'),
  }
}
