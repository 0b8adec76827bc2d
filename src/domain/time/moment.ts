/**
 * A point of time that tells how long ago it was. The wall clock may jump, and the monotonic one
 * stands still in a machine that sleeps: whichever of the two says more is right.
 */
export class Moment {
  private constructor(
    private readonly wall: number,
    private readonly monotonic: number,
  ) {}

  static now(): Moment {
    return new Moment(Date.now(), performance.now());
  }

  ageMs(): number {
    return Math.max(Date.now() - this.wall, performance.now() - this.monotonic);
  }
}
