<?php
// Run by the tests beside the server: php ask.php FOLDER QUESTION [ARGUMENT] prints the answer as JSON.
list( , $folder, $question ) = $argv;
require "$folder/wp-load.php";
require_once ABSPATH . 'wp-admin/includes/admin.php';
$given = $argv[3] ?? '';

switch ( $question ) {
	case 'content of post':
		$answer = get_post( (int) $given )->post_content;
		break;
	case 'new post':
		// As the editor stores it, without what only some users may write being filtered.
		kses_remove_filters();
		$answer = wp_insert_post( array( 'post_title' => 'The harbour', 'post_content' => wp_slash( $given ), 'post_author' => 1 ) );
		break;
	case 'option':
		$answer = get_option( $given, null );
		break;
	case 'delete plugin':
		deactivate_plugins( 'sourcelight/sourcelight.php' );
		$answer = true === delete_plugins( array( 'sourcelight/sourcelight.php' ) );
		break;
	case 'traces':
		global $wpdb;
		$answer = array_merge(
			$wpdb->get_col( "SELECT option_name FROM $wpdb->options WHERE option_name LIKE '%sourcelight%' OR option_value LIKE '%sourcelight%'" ),
			$wpdb->get_col( "SELECT meta_key FROM $wpdb->postmeta WHERE meta_value LIKE '%sourcelight%'" ),
			$wpdb->get_col( "SELECT meta_key FROM $wpdb->usermeta WHERE meta_value LIKE '%sourcelight%'" ),
			glob( WP_PLUGIN_DIR . '/sourcelight*' )
		);
		break;
	default:
		fwrite( STDERR, "Nobody answers: $question\n" );
		exit( 1 );
}
echo wp_json_encode( $answer );
