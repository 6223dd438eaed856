import { readFile, stat } from 'node:fs/promises'
import path from 'node:path'

/**
 * Electron's arguments about Chromium's sandbox. It is switched off only where it cannot work: for root, and on a Linux
 * that gives ordinary users neither user namespaces nor a set-uid helper.
 */
export async function sandboxArguments(electronFolder: string): Promise<string[]> {
  if (process.platform !== 'linux') return []
  if (process.getuid?.() === 0) return ['--no-sandbox']
  const helper = await stat(path.join(electronFolder, 'chrome-sandbox')).catch(() => null)
  if (helper?.uid === 0 && (helper.mode & 0o4000) !== 0) return []
  return (await hasUserNamespaces()) ? [] : ['--no-sandbox']
}

async function hasUserNamespaces(): Promise<boolean> {
  const setting = async (name: string) => (await readFile(`/proc/sys/${name}`, 'utf8').catch(() => '')).trim()
  if ((await setting('kernel/unprivileged_userns_clone')) === '0') return false
  // Ubuntu 24.04 and later.
  if ((await setting('kernel/apparmor_restrict_unprivileged_userns')) === '1') return false
  return (await setting('user/max_user_namespaces')) !== '0'
}
