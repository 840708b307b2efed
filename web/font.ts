// The typefaces of the app, for drawn glyphs and for the text field over them alike.

/** What a Chinese office computer has, best first; digits are tabular in all of them. */
export const FONT_FAMILY =
  '"Microsoft YaHei UI","Microsoft YaHei","PingFang SC","Noto Sans CJK SC","Source Han Sans SC","WenQuanYi Micro Hei",sans-serif';

export const LINE_HEIGHT = 1.5;

export const LANGUAGE = 'zh-CN';
