/** Chromium draws these with none of the page's own styles, at a size of nothing unless they say one. */
const line =
  'box-sizing: border-box; width: 100%; padding: 0 12mm; font-size: 8pt; color: #333; display: flex; justify-content: space-between; gap: 8mm;'

/** The head of each printed page as Chromium takes it. */
export function printedHead({ left, right }: { left: string; right: string }, language: string): string {
  const cut = 'overflow: hidden; text-overflow: ellipsis; white-space: nowrap;'
  return `<div lang="${escapeHtml(language)}" style="${line} ${fontOf(language)}"><span style="${cut} font-weight: 600">${escapeHtml(left)}</span><span style="white-space: nowrap">${escapeHtml(right)}</span></div>`
}

/** The foot of each printed page: a page's number and their count, which Chromium fills in, with the words around them. */
export function printedFoot([before, between, after]: readonly [string, string, string], language: string): string {
  const number = `${escapeHtml(before)}<span class="pageNumber"></span>${escapeHtml(between)}<span class="totalPages"></span>${escapeHtml(after)}`
  return `<div lang="${escapeHtml(language)}" style="${line} ${fontOf(language)} justify-content: center"><span style="white-space: pre">${number}</span></div>`
}

/** As the contact sheet itself; single quotes, because it stands in an attribute. */
function fontOf(language: string): string {
  const simplified = "'Noto Sans SC', 'Noto Sans CJK SC', 'PingFang SC', 'Microsoft YaHei'"
  const traditional = "'Noto Sans TC', 'Noto Sans CJK TC', 'PingFang TC', 'Microsoft JhengHei'"
  return `font-family: ${language === 'zh-Hans' ? simplified : traditional}, sans-serif;`
}

function escapeHtml(text: string): string {
  const marks: Readonly<Record<string, string>> = {
    '&': '&amp;',
    '<': '&lt;',
    '>': '&gt;',
    '"': '&quot;',
    "'": '&#39;',
  }
  return text.replace(/[&<>"']/g, (mark) => marks[mark] ?? mark)
}
