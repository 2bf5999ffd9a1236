/** The pictures of the guide by file name, as addresses that hold them whole. */
export const pictures: Readonly<Record<string, string>> = {};
