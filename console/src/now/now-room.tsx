import { useWords } from "../language/language";

/** What goes on this minute. */
export function NowRoom() {
  const { shell } = useWords();
  return (
    <div className="head">
      <h1>{shell.rooms.now}</h1>
    </div>
  );
}
