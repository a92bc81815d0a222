// A photo that a melder added, for an AF. It is drawn on a canvas: there is no picture that a click saves, and none in
// the browser's memory of pages.

/** Draws a JPEG, in base64, on the canvas with this id. Gives whether it could be drawn. */
export async function draw(id, jpeg) {
  try {
    const bytes = Uint8Array.from(atob(jpeg), (letter) => letter.charCodeAt(0));
    const image = await createImageBitmap(new Blob([bytes], { type: "image/jpeg" }));
    const canvas = document.getElementById(id);
    [canvas.width, canvas.height] = [image.width, image.height];
    canvas.getContext("2d").drawImage(image, 0, 0);
    image.close();
    // the menu of a picture offers to save it
    canvas.addEventListener("contextmenu", (event) => event.preventDefault());
    return true;
  } catch {
    return false;
  }
}
