//! Programs that run beside a journey and end with it.

use std::io::{BufRead, BufReader};
use std::net::{TcpListener, TcpStream};
use std::os::unix::process::CommandExt;
use std::process::{Child, Command, Stdio};
use std::thread::sleep;
use std::time::{Duration, Instant};

/// A program with everything that it started; all of it ends when this is dropped.
#[derive(Debug)]
pub struct Beside(Child);

impl Beside {
    /// Starts a program in a group of its own. `what_to_do` is said where it is not there.
    pub fn start(command: &mut Command, what_to_do: &str) -> Self {
        let name = command.get_program().to_string_lossy().into_owned();
        match command.stdin(Stdio::null()).process_group(0).spawn() {
            Ok(child) => Self(child),
            Err(cause) => panic!("{name} did not start ({cause}): {what_to_do}"),
        }
    }

    /// The first line that the program prints.
    pub fn first_line(&mut self) -> String {
        let mut line = String::new();
        if let Some(out) = self.0.stdout.take() {
            BufReader::new(out).read_line(&mut line).expect("the program's output can be read");
        }
        line.trim().to_owned()
    }
}

impl Drop for Beside {
    fn drop(&mut self) {
        let group = format!("-{}", self.0.id());
        // `kill` the program rather than the call, which would need unsafe code.
        let _ = Command::new("kill").args(["-KILL", "--", &group]).stderr(Stdio::null()).status();
        let _ = self.0.wait();
    }
}

/// A port that nothing listens on.
pub fn free_port() -> u16 {
    let listener = TcpListener::bind("127.0.0.1:0").expect("this machine has a free port");
    listener.local_addr().expect("a bound port has a number").port()
}

/// Waits until something answers on a port.
pub fn wait_for_port(port: u16, whose: &str) {
    let until = Instant::now() + Duration::from_secs(20);
    while TcpStream::connect(("127.0.0.1", port)).is_err() {
        assert!(Instant::now() < until, "{whose} did not answer on port {port} within 20 seconds");
        sleep(Duration::from_millis(20));
    }
}
