/**
 * In place of a picture: its address is somebody else's, and the console asks nobody but the
 * gateway. The same name has the same shade in every list.
 */
export function Thumb({ name }: { name: string }) {
  const shade = [...name].reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) % 6, 0);
  const [letter = "·"] = name.replace(/[^\p{L}\p{N}]/gu, "");
  return (
    <span className={`thumb shade-${shade}`} aria-hidden="true">
      {letter.toUpperCase()}
    </span>
  );
}
