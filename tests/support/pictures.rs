//! Drawn pictures: the seal and the signature of an office that does not exist.

/// A round seal of two rings and a star, on transparent ground, as a PNG with alpha.
pub fn seal() -> Vec<u8> {
    const SIDE: u32 = 300;
    let pixel = |x: u32, y: u32| {
        let (across, down) = (f64::from(x) - 150.0, f64::from(y) - 150.0);
        let (far, turn) = (across.hypot(down), down.atan2(across));
        let star = far < 60.0 + 35.0 * (5.0 * turn).cos();
        if (135.0..147.0).contains(&far) || (112.0..116.0).contains(&far) || star {
            [27, 54, 93, 255]
        } else {
            [255, 255, 255, 0]
        }
    };
    png(SIDE, SIDE, png::ColorType::Rgba, pixel)
}

/// A looped stroke in grey.
pub fn signature() -> Vec<u8> {
    let pixel = |x: u32, y: u32| {
        let at = f64::from(x) / 480.0 * 28.0;
        let line = 60.0 + 34.0 * at.sin() * (1.0 - f64::from(x) / 600.0);
        if (f64::from(y) - line).abs() < 3.5 { [20] } else { [255] }
    };
    png(480, 120, png::ColorType::Grayscale, pixel)
}

fn png<const VALUES: usize>(
    width: u32,
    height: u32,
    color: png::ColorType,
    pixel: impl Fn(u32, u32) -> [u8; VALUES],
) -> Vec<u8> {
    let mut file = Vec::new();
    let mut encoder = png::Encoder::new(&mut file, width, height);
    encoder.set_color(color);
    encoder.set_depth(png::BitDepth::Eight);
    let values: Vec<u8> =
        (0..height).flat_map(|y| (0..width).map(move |x| (x, y))).flat_map(|(x, y)| pixel(x, y)).collect();
    let mut writer = encoder.write_header().expect("a header");
    writer.write_image_data(&values).expect("the pixels");
    writer.finish().expect("an end");
    file
}
