package dev.gpuadvisor.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreeScanner;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;

/**
 * The values of a text stand in the order of their names, which no compiler holds where they are of
 * one type: what is called as one value is must not stand where another one belongs.
 */
class ArgumentsOfTextsTest {

  private static final Path TEXTS =
      Path.of("target/generated-sources/messages/dev/gpuadvisor/text/Msg.java");
  private static final Path MAIN = Path.of("src/main/java");

  private final Map<String, List<String>> values = new HashMap<>();
  private final List<String> swapped = new ArrayList<>();
  private int calls;

  @Test
  void noValueStandsInAnothersPlace() throws IOException {
    new Texts().scan(parsed(List.of(TEXTS)), "");
    try (Stream<Path> files = Files.walk(MAIN)) {
      new Calls().scan(parsed(files.filter(ArgumentsOfTextsTest::says).toList()), null);
    }

    assertTrue(calls > 500, calls + " calls were found");
    assertEquals(List.of(), swapped);
  }

  private static boolean says(Path file) {
    try {
      return file.toString().endsWith(".java") && Files.readString(file).contains("Msg.");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Iterable<? extends Tree> parsed(List<Path> files) throws IOException {
    var compiler = ToolProvider.getSystemJavaCompiler();
    var manager = compiler.getStandardFileManager(null, null, null);
    JavacTask task =
        (JavacTask)
            compiler.getTask(
                null, manager, null, null, null, manager.getJavaFileObjectsFromPaths(files));
    return task.parse();
  }

  /** By {@code Msg.Note.region}, the names of its values. */
  private final class Texts extends TreeScanner<Void, String> {

    @Override
    public Void visitClass(ClassTree group, String outer) {
      return super.visitClass(group, outer + group.getSimpleName() + ".");
    }

    @Override
    public Void visitMethod(MethodTree method, String group) {
      values.put(
          group + method.getName(),
          method.getParameters().stream().map(each -> each.getName().toString()).toList());
      return super.visitMethod(method, group);
    }
  }

  private final class Calls extends TreeScanner<Void, Void> {

    @Override
    public Void visitMethodInvocation(MethodInvocationTree call, Void nothing) {
      if (call.getMethodSelect() instanceof MemberSelectTree select
          && select.getExpression().toString().startsWith("Msg.")) {
        calls++;
        compare(call, values.get(select.toString()));
      }
      return super.visitMethodInvocation(call, nothing);
    }

    private void compare(MethodInvocationTree call, List<String> names) {
      List<String> given = call.getArguments().stream().map(each -> name(each)).toList();
      for (int i = 0; i < given.size(); i++) {
        int own = names.indexOf(given.get(i));
        if (own >= 0 && !given.get(own).equals(given.get(i))) {
          swapped.add(call + ": " + given.get(i) + " stands for " + names.get(i));
        }
      }
    }
  }

  /** {@code asked} of {@code choice.asked()}; empty where it is none. */
  private static String name(ExpressionTree given) {
    if (given instanceof MethodInvocationTree call && call.getArguments().isEmpty()) {
      return name(call.getMethodSelect());
    }
    if (given instanceof MemberSelectTree select) {
      return select.getIdentifier().toString();
    }
    return given instanceof IdentifierTree identifier ? identifier.getName().toString() : "";
  }
}
