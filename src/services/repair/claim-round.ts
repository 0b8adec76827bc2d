import { type DataSource } from "typeorm";

// A moment to come is one of a clock that has been set back since.
const TAKE = `
  insert into rounds as round (name, began_at) values ($1, clock_timestamp())
  on conflict (name) do update set began_at = excluded.began_at
  where round.began_at <= clock_timestamp() - make_interval(secs => $2)
     or round.began_at > clock_timestamp() + interval '1 minute'
  returning name`;

/** Whose turn it is to do what one of all processes has to do now and then. */
export class ClaimRound {
  constructor(private readonly db: DataSource) {}

  /**
   * True for one process, once in so many seconds. By the database's clock; needs no job and no
   * lock, so it survives every crash and every deletion.
   */
  async execute(name: string, everySeconds: number): Promise<boolean> {
    return (await this.db.query<unknown[]>(TAKE, [name, everySeconds])).length > 0;
  }
}
