package quire.post;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** A mail server that answers as it is told: what real ones do on their bad days. */
final class StubbornServer implements AutoCloseable {

    private final ServerSocket socket = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
    private final Map<String, String> answers = new ConcurrentHashMap<>();
    private final List<String> messages = new CopyOnWriteArrayList<>();
    private volatile Runnable onMessage = () -> {};

    StubbornServer() throws IOException {
        Thread thread = new Thread(this::serve, "stubborn-server");
        thread.setDaemon(true);
        thread.start();
    }

    /** What to say to a command from now on, instead of yes. */
    StubbornServer answer(String command, String answer) {
        answers.put(command, answer);
        return this;
    }

    StubbornServer yes() {
        answers.clear();
        return this;
    }

    /** What happens when a message has come in whole, before it is acknowledged. */
    void onMessage(Runnable what) {
        onMessage = what;
    }

    int port() {
        return socket.getLocalPort();
    }

    /** Whole messages, also those that it refused at their end. */
    List<String> messages() {
        return messages;
    }

    private void serve() {
        while (!socket.isClosed()) {
            try (Socket line = socket.accept()) {
                talk(line);
            } catch (IOException e) {
                // A line that broke, or the end of the test.
                continue;
            }
        }
    }

    private void talk(Socket line) throws IOException {
        BufferedReader in = new BufferedReader(new InputStreamReader(line.getInputStream(), UTF_8));
        OutputStream out = line.getOutputStream();
        say(out, answers.getOrDefault("hello", "220 stubborn.example"));
        for (String said = in.readLine(); said != null; said = in.readLine()) {
            String command = said.split("[ :]", 2)[0];
            if (command.equals("DATA") && !answers.containsKey("DATA")) {
                say(out, "354 go on");
                messages.add(message(in));
                onMessage.run();
                say(out, answers.getOrDefault("end", "250 taken"));
            } else if (command.equals("QUIT")) {
                say(out, "221 bye");
                return;
            } else {
                say(out, answers.getOrDefault(command, "250 yes"));
            }
        }
    }

    private static String message(BufferedReader in) throws IOException {
        StringBuilder message = new StringBuilder();
        for (String said = in.readLine(); said != null && !said.equals("."); said = in.readLine()) {
            message.append(said).append('\n');
        }
        return message.toString();
    }

    private static void say(OutputStream out, String words) throws IOException {
        out.write((words + "\r\n").getBytes(UTF_8));
        out.flush();
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
