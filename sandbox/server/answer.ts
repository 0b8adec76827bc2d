export interface Answer {
  status: number;
  body: object;
}
