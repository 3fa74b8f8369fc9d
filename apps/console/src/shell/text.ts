/** Chinese and English, as the API sends what it names itself. */
export interface Text {
  zh: string;
  en: string;
}
