import { expect, test } from 'vitest'
import { printedFoot, printedHead } from './page-heads.js'

test('a headline is text, whatever it holds', () => {
  const head = printedHead({ left: '<img src=x onerror=1> “A” & \'b\' "c"', right: '2026-11-02' }, 'zh-Hant"><b>')
  expect(head).toContain('&lt;img src=x onerror=1&gt; “A” &amp; &#39;b&#39; &quot;c&quot;')
  expect(head).toContain('lang="zh-Hant&quot;&gt;&lt;b&gt;"')
  expect(head).not.toMatch(/<img|<b>/)
})

test('the foot leaves numbers to whoever prints', () => {
  expect(printedFoot(['第 ', ' 頁，共 ', ' 頁'], 'zh-Hant')).toContain(
    '第 <span class="pageNumber"></span> 頁，共 <span class="totalPages"></span> 頁',
  )
})
