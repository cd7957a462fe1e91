import static java.lang.constant.ConstantDescs.CD_Object;
import static java.lang.constant.ConstantDescs.CD_String;
import static java.lang.constant.ConstantDescs.CD_boolean;
import static java.lang.constant.ConstantDescs.CD_int;

import java.io.IOException;
import java.lang.classfile.ClassBuilder;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.CodeElement;
import java.lang.classfile.Label;
import java.lang.classfile.TypeKind;
import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDesc;
import java.lang.constant.DirectMethodHandleDesc;
import java.lang.constant.MethodTypeDesc;
import java.lang.reflect.AccessFlag;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Makes compiled classes start sooner: in the jars given it puts plain code in the place of what the compiler leaves to
 * be made at run time and the start-up cache cannot hold, the switches over types (SwitchBootstraps.typeSwitch) and the
 * equality, hash code and text of records (ObjectMethods). The plain code does the same.
 */
final class Plain {
    private static final ClassDesc SWITCHES = ClassDesc.of("java.lang.runtime.SwitchBootstraps");
    private static final ClassDesc OBJECT_METHODS = ClassDesc.of("java.lang.runtime.ObjectMethods");
    private static final ClassDesc OBJECTS = ClassDesc.of("java.util.Objects");
    private static final ClassDesc BUILDER = ClassDesc.of("java.lang.StringBuilder");

    private final ClassModel model;
    private final List<Consumer<ClassBuilder>> added = new ArrayList<>();

    private Plain(ClassModel model) {
        this.model = model;
    }

    public static void main(String[] jars) throws IOException {
        int sites = 0;
        for (String jar : jars) {
            try (FileSystem files = FileSystems.newFileSystem(Path.of(jar));
                    Stream<Path> paths = Files.walk(files.getPath("/"))) {
                for (Path path : paths.filter(p -> p.toString().endsWith(".class")).toList()) {
                    Plain plain = new Plain(ClassFile.of().parse(Files.readAllBytes(path)));
                    byte[] bytes = plain.transformed();
                    if (!plain.added.isEmpty()) {
                        Files.write(path, bytes);
                        sites += plain.added.size();
                    }
                }
            }
        }
        System.out.println("made plain: " + sites + " places");
    }

    private byte[] transformed() {
        ClassTransform bodies = ClassTransform.transformingMethodBodies(this::code);
        ClassTransform methods = ClassTransform.endHandler(builder -> added.forEach(method -> method.accept(builder)));
        return ClassFile.of().transformClass(model, bodies.andThen(methods));
    }

    private void code(CodeBuilder code, CodeElement element) {
        Consumer<CodeBuilder> body = element instanceof InvokeDynamicInstruction site ? body(site) : null;
        if (body == null) {
            code.with(element);
            return;
        }
        MethodTypeDesc type = ((InvokeDynamicInstruction) element).typeSymbol();
        String name = "plain$" + added.size();
        int flags = AccessFlag.PRIVATE.mask() | AccessFlag.STATIC.mask() | AccessFlag.SYNTHETIC.mask();
        added.add(builder -> builder.withMethodBody(name, type, flags, body));
        code.invokestatic(model.thisClass().asSymbol(), name, type, model.flags().has(AccessFlag.INTERFACE));
    }

    /** The plain code that does what a site does, as the body of a static method; null for sites of other kinds. */
    private static Consumer<CodeBuilder> body(InvokeDynamicInstruction site) {
        ClassDesc maker = site.bootstrapMethod().owner();
        List<ConstantDesc> arguments = site.bootstrapArgs();
        if (maker.equals(SWITCHES)
                && site.bootstrapMethod().methodName().equals("typeSwitch")
                && arguments.stream().allMatch(label -> label instanceof ClassDesc)) {
            return code -> typeSwitch(code, arguments);
        }
        if (maker.equals(OBJECT_METHODS)) {
            ClassDesc record = (ClassDesc) arguments.getFirst();
            String names = (String) arguments.get(1);
            List<DirectMethodHandleDesc> fields = arguments.subList(2, arguments.size()).stream()
                    .map(getter -> (DirectMethodHandleDesc) getter)
                    .toList();
            return switch (site.name().stringValue()) {
                case "equals" -> code -> equality(code, record, fields);
                case "hashCode" -> code -> hash(code, record, fields);
                case "toString" -> code -> text(code, record, names.isEmpty() ? new String[0] : names.split(";"), fields);
                default -> null;
            };
        }
        return null;
    }

    /** (value, from) -> the index, not less than from, of the first type that the value is of; -1 for null. */
    private static void typeSwitch(CodeBuilder code, List<ConstantDesc> labels) {
        Label notNull = code.newLabel();
        code.aload(0).ifnonnull(notNull).iconst_m1().ireturn().labelBinding(notNull);
        for (int i = 0; i < labels.size(); i++) {
            Label next = code.newLabel();
            code.iload(1).loadConstant(i).if_icmpgt(next);
            code.aload(0).instanceOf((ClassDesc) labels.get(i)).ifeq(next);
            code.loadConstant(i).ireturn().labelBinding(next);
        }
        code.loadConstant(labels.size()).ireturn();
    }

    private static void equality(CodeBuilder code, ClassDesc record, List<DirectMethodHandleDesc> fields) {
        Label other = code.newLabel();
        Label differs = code.newLabel();
        code.aload(0).aload(1).if_acmpne(other).iconst_1().ireturn().labelBinding(other);
        code.aload(1).instanceOf(record).ifeq(differs);
        code.aload(1).checkcast(record).astore(2);
        for (DirectMethodHandleDesc field : fields) {
            ClassDesc type = field.invocationType().returnType();
            code.aload(0).getfield(record, field.methodName(), type);
            code.aload(2).getfield(record, field.methodName(), type);
            switch (TypeKind.from(type)) {
                case REFERENCE ->
                    code.invokestatic(OBJECTS, "equals", MethodTypeDesc.of(CD_boolean, CD_Object, CD_Object))
                            .ifeq(differs);
                case LONG -> code.lcmp().ifne(differs);
                case FLOAT, DOUBLE ->
                    code.invokestatic(box(type), "compare", MethodTypeDesc.of(CD_int, type, type))
                            .ifne(differs);
                default -> code.if_icmpne(differs);
            }
        }
        code.iconst_1().ireturn().labelBinding(differs).iconst_0().ireturn();
    }

    private static void hash(CodeBuilder code, ClassDesc record, List<DirectMethodHandleDesc> fields) {
        code.iconst_0();
        for (DirectMethodHandleDesc field : fields) {
            ClassDesc type = field.invocationType().returnType();
            code.bipush(31).imul().aload(0).getfield(record, field.methodName(), type);
            if (type.isPrimitive()) {
                code.invokestatic(box(type), "hashCode", MethodTypeDesc.of(CD_int, type));
            } else {
                code.invokestatic(OBJECTS, "hashCode", MethodTypeDesc.of(CD_int, CD_Object));
            }
            code.iadd();
        }
        code.ireturn();
    }

    private static void text(CodeBuilder code, ClassDesc record, String[] names, List<DirectMethodHandleDesc> fields) {
        MethodTypeDesc ofString = MethodTypeDesc.of(BUILDER, CD_String);
        String simple = record.displayName();
        code.new_(BUILDER).dup().invokespecial(BUILDER, "<init>", MethodTypeDesc.ofDescriptor("()V"));
        code.loadConstant(simple.substring(simple.lastIndexOf('$') + 1) + "[").invokevirtual(BUILDER, "append", ofString);
        for (int i = 0; i < names.length; i++) {
            ClassDesc type = fields.get(i).invocationType().returnType();
            code.loadConstant((i == 0 ? "" : ", ") + names[i] + "=").invokevirtual(BUILDER, "append", ofString);
            code.aload(0).getfield(record, fields.get(i).methodName(), type);
            ClassDesc shown = TypeKind.from(type).asLoadable() == TypeKind.INT && !type.descriptorString().matches("[CZ]")
                    ? CD_int
                    : type.isPrimitive() ? type : CD_Object;
            code.invokevirtual(BUILDER, "append", MethodTypeDesc.of(BUILDER, shown));
        }
        code.loadConstant("]").invokevirtual(BUILDER, "append", ofString);
        code.invokevirtual(BUILDER, "toString", MethodTypeDesc.of(CD_String)).areturn();
    }

    private static ClassDesc box(ClassDesc primitive) {
        String name =
                switch (primitive.displayName()) {
                    case "int" -> "Integer";
                    case "char" -> "Character";
                    default -> Character.toUpperCase(primitive.displayName().charAt(0))
                            + primitive.displayName().substring(1);
                };
        return ClassDesc.of("java.lang." + name);
    }
}
