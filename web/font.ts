// The typefaces of the app, for drawn glyphs and for the text field over them alike.
import { bytesInPage } from './packed';

/** The one that travels in the page; there once loadEmbeddedFont() is through, else the browser passes it by. */
const EMBEDDED = 'Luping Embedded';

/** What a Chinese office computer has, best first; digits are tabular in all of them. */
export const FONT_FAMILY =
  `"Microsoft YaHei UI","Microsoft YaHei","PingFang SC","Noto Sans CJK SC","Source Han Sans SC","WenQuanYi Micro Hei",sans-serif,"${EMBEDDED}"`;

export const LINE_HEIGHT = 1.5;

export const LANGUAGE = 'zh-CN';

/** For a computer without Chinese characters: those of the app's own texts. Without them the app still works. */
export async function loadEmbeddedFont(): Promise<void> {
  try {
    const face = new FontFace(EMBEDDED, bytesInPage('font')); // from memory: the policy allows fonts from nowhere else
    document.fonts.add(await face.load());
  } catch (error) {
    console.warn(error);
  }
}
